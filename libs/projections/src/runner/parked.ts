import { inTransaction, loadSql } from '@lueckenlos/platform';
import { join } from 'node:path';
import { applyInSchema, park, type PageContext } from './page';
import { reasonOf } from './projection-runner';

const SQL = join(__dirname, 'sql');
const LOCK_LIVE = loadSql(SQL, 'lock-live.sql');
const NEXT_STREAM = loadSql(SQL, 'next-parked-stream.sql');
const STREAM_POSITIONS = loadSql(SQL, 'parked-positions.sql');
const UNPARK = loadSql(SQL, 'unpark.sql');

/** What a replay of parked events brought. */
export interface ParkedReplay {
  readonly replayed: number;
  readonly stillParked: number;
}

/** Applies the parked events of the live version again, stream by stream, each stream in order. */
export async function replayParked(context: PageContext): Promise<ParkedReplay> {
  const total = { replayed: 0, stillParked: 0 };
  let stream: string | null = '';
  while (stream !== null) stream = await replayNextStream(context, stream, total);
  return total;
}

async function replayNextStream(
  context: PageContext,
  after: string,
  total: { replayed: number; stillParked: number },
): Promise<string | null> {
  const { pool, projection } = context;
  const { rows } = await pool.query<{ stream: string; version: number }>(NEXT_STREAM, [
    projection.name,
    after,
  ]);
  const next = rows[0];
  if (!next) return null;
  try {
    total.replayed += await replayStream(context, next.stream);
  } catch (error) {
    total.stillParked += await parkAgain(context, next.version, next.stream, reasonOf(error));
  }
  return next.stream;
}

async function replayStream({ pool, store, projection }: PageContext, stream: string): Promise<number> {
  return inTransaction(pool, async (tx) => {
    const live = await tx.query<{ version: number }>(LOCK_LIVE, [projection.name]);
    const version = Number(live.rows[0]?.version);
    const { rows } = await tx.query<{ position: string }>(STREAM_POSITIONS, [
      projection.name,
      version,
      stream,
    ]);
    const parked = new Set(rows.map(({ position }) => BigInt(position)));
    const events = (await store.readStreams([stream])).filter(({ position }) => parked.has(position));
    await applyInSchema(tx, projection, version, events);
    await tx.query(UNPARK, [projection.name, version, stream]);
    return rows.length;
  });
}

async function parkAgain(
  { pool, store, projection }: PageContext,
  version: number,
  stream: string,
  error: string,
): Promise<number> {
  return inTransaction(pool, async (tx) => {
    const { rows } = await tx.query<{ position: string }>(STREAM_POSITIONS, [
      projection.name,
      version,
      stream,
    ]);
    const first = rows[0] && BigInt(rows[0].position);
    const failed = (await store.readStreams([stream])).filter(({ position }) => position === first);
    await park(tx, projection, version, failed, { behind: false, error });
    return rows.length;
  });
}
