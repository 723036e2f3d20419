import { jsonOf } from '../../system/json';
import type { BenchOptions } from '../options';
import { ratio, type PartReport } from '../report/figure';
import { median, mustEqual, timed, waitFor } from '../report/timing';
import { readEverything } from '../system/bench-database';
import type { BenchClient } from '../system/client';
import type { FilledSystem } from '../system/filled-system';
import { liveVersion } from '../system/read-models';

const FIGURE = '/v1/drop-offs?chain=krefeld&asOf=2026-06&by=birthYear,area,povertyRisk';

interface Round {
  readonly events: number;
  readonly rebuildSeconds: number;
  readonly pageReadSeconds: number;
}

/** A rebuild beside the live version until it is switched, against reading the same log in pages and doing nothing. */
export async function measureCatchUp(system: FilledSystem, { rounds }: BenchOptions): Promise<PartReport> {
  const measured: Round[] = [];
  for (let round = 0; round < rounds; round++) measured.push(await measureRound(system));
  const middle = (read: (round: Round) => number): number => median(measured.map(read));
  const { events, firstCatchUpSeconds } = system;
  return {
    part: `catch-up, ${events} events`,
    figures: [
      { name: 'first catch-up', value: events / firstCatchUpSeconds, unit: 'events/s' },
      { name: 'rebuild', value: middle((r) => r.events / r.rebuildSeconds), unit: 'events/s' },
      { name: '  bare page reads', value: middle((r) => r.events / r.pageReadSeconds), unit: 'events/s' },
      ratio(
        '  rebuild / bare page reads',
        middle((r) => r.pageReadSeconds / r.rebuildSeconds),
        {
          atLeast: 0.3,
        },
      ),
    ],
  };
}

async function measureRound({ client, database }: FilledSystem): Promise<Round> {
  const before = await client.get<{ rows: unknown }>('statistics-unit', FIGURE);
  const { seconds: pageReadSeconds, result: events } = await timed(() => readEverything(database.store));
  mustEqual('events read', events, Number(await database.store.head()));
  const { seconds: rebuildSeconds } = await timed(() => rebuild(client));
  const after = await client.get<{ rows: unknown }>('statistics-unit', FIGURE);
  mustEqual('figures after the rebuild', after.rows, before.rows);
  return { events, rebuildSeconds, pageReadSeconds };
}

async function rebuild(client: BenchClient): Promise<void> {
  const answer = await client.send('operator', 'POST', '/v1/projections/drop-offs/rebuild');
  const { version } = await jsonOf<{ version: number }>(answer, 202);
  await waitFor(async () => ((await liveVersion(client))?.version === version ? true : undefined));
}
