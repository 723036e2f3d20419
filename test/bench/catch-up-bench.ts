import type { EventStore } from '@lueckenlos/event-store';
import { jsonOf } from '../system/json';
import type { BenchClient } from './client';
import { status } from './import-bench';
import { mustEqual, timed, waitFor } from './timing';

export interface CatchUpFigures {
  readonly events: number;
  readonly rebuildSeconds: number;
  readonly pageReadSeconds: number;
}

const FIGURE = '/v1/drop-offs?chain=krefeld&asOf=2026-06&by=birthYear,area,povertyRisk';

/** A rebuild beside the live version until it is switched, against reading the same pages and doing nothing. */
export async function benchCatchUp(client: BenchClient, store: EventStore): Promise<CatchUpFigures> {
  const before = await client.get<{ rows: unknown }>('statistics-unit', FIGURE);
  const { seconds: pageReadSeconds, result: events } = await timed(() => readEverything(store));
  const { seconds: rebuildSeconds } = await timed(() => rebuild(client));
  const after = await client.get<{ rows: unknown }>('statistics-unit', FIGURE);
  mustEqual('figures after the rebuild', after.rows, before.rows);
  return { events, rebuildSeconds, pageReadSeconds };
}

async function rebuild(client: BenchClient): Promise<void> {
  const answer = await client.send('operator', 'POST', '/v1/projections/drop-offs/rebuild');
  const { version } = await jsonOf<{ version: number }>(answer, 202);
  await waitFor(async () => ((await status(client)).version === version ? true : undefined));
}

async function readEverything(store: EventStore): Promise<number> {
  let [after, count] = [0n, 0];
  for (;;) {
    const page = await store.readAll(after, 5_000);
    const last = page.at(-1);
    if (!last) return count;
    after = last.position;
    count += page.length;
  }
}
