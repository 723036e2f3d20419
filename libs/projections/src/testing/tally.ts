import { eventId, type EventStore, type StoredEvent } from '@lueckenlos/event-store';
import type { Pool, PoolClient } from 'pg';
import type { Projection } from '../runner/projection';
import { ProjectionError } from '../runner/projection-error';

/** What the tally says of a stream: how many events, the sum of their numbers, and the number of the last. */
export interface Tally {
  stream: string;
  events: string;
  sum: string;
  last: string;
}

const UPSERT = `
  INSERT INTO tally (stream, events, sum, last)
  SELECT stream, count(*), sum(number), max(number)
  FROM unnest($1::text[], $2::bigint[]) AS page (stream, number)
  GROUP BY stream
  ON CONFLICT (stream) DO UPDATE
  SET events = tally.events + excluded.events, sum = tally.sum + excluded.sum, last = excluded.last`;

export interface TallyOptions {
  readonly code?: number;
  /** Events that it can't apply. */
  readonly refuses?: (event: StoredEvent) => boolean;
  /** Called between the read model and the checkpoint. */
  readonly afterApply?: (tx: PoolClient, events: readonly StoredEvent[]) => Promise<void>;
}

/** A read model that shows every event that was skipped, or applied twice, or before an earlier one. */
export function tallyProjection({ code = 1, refuses, afterApply }: TallyOptions = {}): Projection {
  return {
    name: 'tally',
    code,
    tables: [
      `CREATE TABLE tally (
        stream text PRIMARY KEY, events bigint NOT NULL, sum bigint NOT NULL, last bigint NOT NULL
      )`,
    ],
    async apply(events, tx) {
      if (events.some((event) => refuses?.(event))) throw new ProjectionError('cannot be applied');
      await tx.query(UPSERT, [events.map(({ stream }) => stream), events.map(({ data }) => data['number'])]);
      await afterApply?.(tx, events);
    },
  };
}

export async function readTally(pool: Pool, version: number): Promise<Tally[]> {
  const { rows } = await pool.query<Tally>(`SELECT * FROM tally_${version}.tally ORDER BY stream`);
  return rows;
}

/** What must come out when events are numbered from 1 over the streams in turn. */
export function expectedTally(count: number, streams: number): Tally[] {
  const tallies = new Map<string, { events: number; sum: number; last: number }>();
  for (let number = 1; number <= count; number++) {
    const stream = streamOf(number, streams);
    const { events, sum } = tallies.get(stream) ?? { events: 0, sum: 0 };
    tallies.set(stream, { events: events + 1, sum: sum + number, last: number });
  }
  return [...tallies]
    .map(([stream, { events, sum, last }]) => ({
      stream,
      events: String(events),
      sum: String(sum),
      last: String(last),
    }))
    .sort((a, b) => (a.stream < b.stream ? -1 : 1));
}

/** Appends events with the numbers from `first` to `last`, in order, over the streams in turn. */
export async function appendNumbers(
  store: EventStore,
  { first = 1, last, streams }: { first?: number; last: number; streams: number },
): Promise<void> {
  for (let number = first; number <= last; number += streams) {
    const numbers = Array.from({ length: Math.min(streams, last - number + 1) }, (_, i) => number + i);
    await store.append(
      numbers.map((n) => ({ stream: streamOf(n, streams), expected: 'any' as const, events: [numbered(n)] })),
      new Date('2026-03-01T12:00:00Z'),
    );
  }
}

export function streamOf(number: number, streams: number): string {
  return `case-${String(number % streams).padStart(4, '0')}`;
}

function numbered(number: number): Parameters<EventStore['append']>[0][number]['events'][number] {
  return {
    id: eventId('test', String(number)),
    type: 'lueckenlos.stage-reached.v1',
    schemaVersion: 1,
    source: null,
    data: { number },
    metadata: { knownAt: '2026-03-01T12:00:00.000Z', contentHash: '' },
  };
}
