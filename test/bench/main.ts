import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventStoreDbPart } from './import/eventstoredb-part';
import { importPart } from './import/import-part';
import { memoryPart } from './import/memory-part';
import { readOptions, type BenchOptions, type PartName } from './options';
import { peersPart } from './peers/peers-part';
import { postsPart } from './posts/posts-part';
import type { PartReport } from './report/figure';
import { replayPart } from './replay/replay-part';
import { renderReport } from './report/table';
import { SIZED_PARTS, sizedParts } from './sized-parts';
import { startBenchPostgres, type BenchPostgres } from './system/bench-database';
import { writeTown } from './system/town';

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const postgres = await startBenchPostgres();
  try {
    const reports = await measureParts(postgres, options);
    process.stdout.write(renderReport(reports));
    if (options.out) writeFileSync(options.out, `${JSON.stringify(reports, null, 2)}\n`);
  } finally {
    await postgres.stop();
  }
}

async function measureParts(postgres: BenchPostgres, options: BenchOptions): Promise<PartReport[]> {
  const reports: PartReport[] = [];
  const measure = async (part: PartName, work: () => Promise<PartReport>): Promise<void> => {
    if (!options.parts.has(part)) return;
    tell(part);
    reports.push(await work());
  };
  const file = await writeTown(join(postgres.folder, 'town.ndjson'), options.rows);
  await measure('import', () => importPart(postgres, file, options));
  const { EVENTSTORE_URL: eventStore } = process.env;
  if (eventStore) await measure('import', () => eventStoreDbPart(postgres, file, options, eventStore));
  await measure('memory', () => memoryPart(postgres, options));
  await measure('posts', () => postsPart(postgres, file, options));
  await measure('peers', () => peersPart(postgres, options));
  await measure('replay', () => replayPart(postgres.folder, file.path, options));
  if (SIZED_PARTS.some((part) => options.parts.has(part))) {
    reports.push(...(await sizedParts(postgres, options, tell)));
  }
  return reports;
}

function tell(what: string): void {
  process.stderr.write(`${what}\n`);
}

void main();
