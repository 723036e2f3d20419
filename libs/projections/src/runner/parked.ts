import type { StoredEvent } from '@lueckenlos/event-store';
import { inTransaction, loadSql } from '@lueckenlos/platform';
import { join } from 'node:path';
import type { PoolClient } from 'pg';
import { applyInSchema, type PageContext } from './page';
import { park } from './parking';
import type { Projection } from './projection';
import { reasonOf } from './projection-error';
import { isTransient } from './transient';

const SQL = join(__dirname, 'sql');
const LOCK_LIVE = loadSql(SQL, 'lock-live.sql');
const NEXT_STREAM = loadSql(SQL, 'next-parked-stream.sql');
const FIRST_PARKED = loadSql(SQL, 'first-parked.sql');
const COUNT = loadSql(SQL, 'count-parked.sql');
const UNPARK = loadSql(SQL, 'unpark.sql');

/** What a replay of parked events brought. */
export interface ParkedReplay {
  readonly replayed: number;
  readonly stillParked: number;
}

/** Applies the parked events of the live version again, stream by stream, each stream in order. */
export async function replayParked(context: PageContext): Promise<ParkedReplay> {
  const { pool, projection } = context;
  let replayed = 0;
  let stream = await nextStream(context, '');
  while (stream !== null) {
    replayed += await replayStream(context, stream);
    stream = await nextStream(context, stream);
  }
  const { rows } = await pool.query<{ parked: string }>(COUNT, [projection.name]);
  return { replayed, stillParked: Number(rows[0]?.parked) };
}

async function nextStream({ pool, projection }: PageContext, after: string): Promise<string | null> {
  const { rows } = await pool.query<{ stream: string }>(NEXT_STREAM, [projection.name, after]);
  return rows[0]?.stream ?? null;
}

/** Stops at the first event that fails again: what comes later in the stream stays behind it. */
async function replayStream(context: PageContext, stream: string): Promise<number> {
  let replayed = 0;
  for (;;) {
    // Read before the transaction: who holds a connection and waits for another can stop a whole pool.
    const events = await context.store.readStreams([stream]);
    const known = new Map(events.map((event) => [event.position.toString(), event]));
    let result = await replayFirst(context, stream, known);
    for (; result === 'applied'; replayed++) result = await replayFirst(context, stream, known);
    if (result !== 'arrived-since') return replayed;
  }
}

/** Applies the first parked event of a stream, if it is among the events that were read. */
async function replayFirst(
  { pool, projection }: PageContext,
  stream: string,
  known: ReadonlyMap<string, StoredEvent>,
): Promise<'applied' | 'failed' | 'none-left' | 'arrived-since'> {
  return inTransaction(pool, async (tx) => {
    const live = await tx.query<{ version: number }>(LOCK_LIVE, [projection.name, projection.code]);
    const version = live.rows[0]?.version;
    if (version === undefined) return 'none-left';
    const parked = await tx.query<{ position: string }>(FIRST_PARKED, [projection.name, version, stream]);
    const position = parked.rows[0]?.position;
    if (position === undefined) return 'none-left';
    const event = known.get(position);
    if (!event) return 'arrived-since';
    if (!(await tryAgain(tx, projection, version, event))) return 'failed';
    await tx.query(UNPARK, [projection.name, version, position]);
    return 'applied';
  });
}

/** False, with one more attempt noted, when the event fails again. */
async function tryAgain(
  tx: PoolClient,
  projection: Projection,
  version: number,
  event: StoredEvent,
): Promise<boolean> {
  await tx.query('SAVEPOINT before_event');
  try {
    await applyInSchema(tx, projection, version, [event]);
    return true;
  } catch (error) {
    if (isTransient(error)) throw error;
    await tx.query('ROLLBACK TO SAVEPOINT before_event');
    await park(tx, projection, version, [event], { behind: false, error: reasonOf(error), attempts: 1 });
    return false;
  }
}
