import { eventsToNdjson, synthesise } from '@lueckenlos/krefeld';
import { temporaryFolder } from '@lueckenlos/platform/testing';
import { createWriteStream, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { benchCatchUp } from './catch-up-bench';
import { benchFigures } from './figures-bench';
import { benchImport } from './import-bench';
import { startMeasuredSystem } from './measured-system';
import { renderReport } from './report';
import type { SizeFigures } from './size-figures';

/** The demo at full size has this scale of a true Krefeld. */
const DEMO_SCALE = 0.57;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { sizes: { type: 'string', default: '0.1,1' }, out: { type: 'string' } },
  });
  const report: SizeFigures[] = [];
  for (const size of values.sizes.split(',').map(Number)) report.push(await measure(size));
  process.stdout.write(renderReport(report));
  if (values.out) writeFileSync(values.out, `${JSON.stringify(report, null, 2)}\n`);
}

async function measure(size: number): Promise<SizeFigures> {
  const folder = temporaryFolder();
  const file = join(folder, 'krefeld.ndjson');
  const options = { scale: DEMO_SCALE * size, births: { from: 2006, to: 2025 }, until: '2026-10', seed: 1 };
  await pipeline(Readable.from(eventsToNdjson(synthesise(options))), createWriteStream(file));
  const system = await startMeasuredSystem();
  try {
    process.stderr.write(`size ${size}: import\n`);
    const imported = await benchImport(system.client, system.db, file);
    system.client.forgetTokens();
    process.stderr.write(`size ${size}: rebuild\n`);
    const catchUp = await benchCatchUp(system.client, system.store);
    system.client.forgetTokens();
    process.stderr.write(`size ${size}: questions\n`);
    return { size, imported, catchUp, questions: await benchFigures(system.client) };
  } finally {
    await system.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

void main();
