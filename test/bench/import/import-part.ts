import type { BenchOptions } from '../options';
import { ratio, type Figure, type PartReport } from '../report/figure';
import { median, mustEqual, timed } from '../report/timing';
import type { BenchDatabase, BenchPostgres } from '../system/bench-database';
import type { BenchClient } from '../system/client';
import { measureOn } from '../system/measure-on';
import type { ProcessKind } from '../system/measured-process';
import { waitForReadModels } from '../system/read-models';
import type { TownFile } from '../system/town';
import { copySeconds } from './bare-copy';
import { importFile } from './import-file';

interface Round {
  readonly events: number;
  readonly importSeconds: number;
  readonly copySeconds: number;
}

/** Files over HTTP against bare COPY: by an intake process of its own, and where the same process feeds the read models. */
export async function importPart(
  postgres: BenchPostgres,
  file: TownFile,
  { rounds }: BenchOptions,
): Promise<PartReport> {
  const measured: Record<'intake' | 'standalone', Round[]> = { intake: [], standalone: [] };
  for (let round = 0; round < rounds; round++) {
    for (const kind of ['intake', 'standalone'] as const) {
      const work = (client: BenchClient, database: BenchDatabase): Promise<Round> =>
        importAndCopy(client, database, file, kind);
      measured[kind].push(await measureOn(postgres, kind, work));
    }
  }
  const figures = [...figuresOf('intake', measured.intake), ...figuresOf('standalone', measured.standalone)];
  return { part: 'import', figures };
}

async function importAndCopy(
  client: BenchClient,
  database: BenchDatabase,
  file: TownFile,
  kind: ProcessKind,
): Promise<Round> {
  const before = await database.store.head();
  const { seconds, result: events } = await timed(() => importFile(client, file));
  mustEqual('events in the log', Number((await database.store.head()) - before), events);
  if (kind === 'standalone') await waitForReadModels(client);
  return { events, importSeconds: seconds, copySeconds: await copySeconds(database) };
}

function figuresOf(kind: ProcessKind, rounds: readonly Round[]): Figure[] {
  const middle = (read: (round: Round) => number): number => median(rounds.map(read));
  return [
    { name: `import, ${kind}`, value: middle((r) => r.events / r.importSeconds), unit: 'events/s' },
    { name: '  bare COPY', value: middle((r) => r.events / r.copySeconds), unit: 'events/s' },
    ratio(
      '  import / bare COPY',
      middle((r) => r.copySeconds / r.importSeconds),
      { atLeast: 0.3 },
    ),
  ];
}
