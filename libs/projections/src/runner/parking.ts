import type { StoredEvent } from '@lueckenlos/event-store';
import { loadSql } from '@lueckenlos/platform';
import { join } from 'node:path';
import type { PoolClient } from 'pg';
import type { Projection } from './projection';

const SQL = join(__dirname, 'sql');
const PARK = loadSql(SQL, 'park-events.sql');
const PARKED_STREAMS = loadSql(SQL, 'parked-streams.sql');

/** Why events are parked: they failed, or they wait `behind` one of their stream that did. */
interface Parking {
  readonly behind: boolean;
  readonly error: string;
  readonly attempts: number;
}

const BEHIND: Parking = { behind: true, error: 'waits behind a parked event of its stream', attempts: 0 };

/** Sets events aside. The caller holds the checkpoint. */
export async function park(
  tx: PoolClient,
  projection: Projection,
  version: number,
  events: readonly StoredEvent[],
  { behind, error, attempts }: Parking,
): Promise<void> {
  const positions = events.map(({ position }) => position.toString());
  const streams = events.map(({ stream }) => stream);
  await tx.query(PARK, [projection.name, version, positions, streams, behind, error, attempts]);
}

/** Sets aside the events of streams that have a parked one already, and gives back the others. */
export async function parkBehind(
  tx: PoolClient,
  projection: Projection,
  version: number,
  events: readonly StoredEvent[],
): Promise<readonly StoredEvent[]> {
  const streams = [...new Set(events.map(({ stream }) => stream))];
  const { rows } = await tx.query<{ stream: string }>(PARKED_STREAMS, [projection.name, version, streams]);
  if (rows.length === 0) return events;
  const parked = new Set(rows.map(({ stream }) => stream));
  const behind = events.filter(({ stream }) => parked.has(stream));
  await park(tx, projection, version, behind, BEHIND);
  return events.filter(({ stream }) => !parked.has(stream));
}
