import type { NewEvent } from '@lueckenlos/event-store';
import type { BenchDatabase } from '../system/bench-database';
import { eachInFlight } from './in-flight';
import type { Peer } from './peer';

const TABLE = `
  CREATE TABLE naive_event (
    position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    stream text NOT NULL,
    revision bigint NOT NULL,
    id uuid NOT NULL UNIQUE,
    type text NOT NULL,
    data jsonb NOT NULL,
    metadata jsonb NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (stream, revision)
  )`;

const INSERT = `
  INSERT INTO naive_event (stream, revision, id, type, data, metadata)
  SELECT $1, coalesce(max(revision) + 1, 0), $2, $3, $4, $5 FROM naive_event WHERE stream = $1`;

/** What one would write in an afternoon: a table, and an insert for each event. */
export async function openNaive({ pool }: BenchDatabase): Promise<Peer> {
  await pool.query(TABLE);
  const insert = async (stream: string, { id, type, data, metadata }: NewEvent): Promise<void> =>
    void (await pool.query(INSERT, [stream, id, type, data, metadata]));
  const append: Peer['append'] = async ({ stream, events }) => {
    for (const event of events) await insert(stream, event);
  };
  return {
    name: 'one insert per event',
    append,
    deliver: (delivery) => eachInFlight(delivery, append),
    count: async () => {
      const { rows } = await pool.query<{ n: number }>('SELECT count(*)::integer AS n FROM naive_event');
      return rows[0]?.n ?? 0;
    },
    close: () => Promise.resolve(),
  };
}
