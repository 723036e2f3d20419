import { inTransaction, loadSql } from '@lueckenlos/platform';
import { join } from 'node:path';
import type { PoolClient } from 'pg';
import { gatherStretch, StretchError, type GatheredStretch, type StretchLimits } from './gather-stretch';
import { moveCheckpoint, withTables, type PageContext, type PageResult } from './page';
import type { Bulk } from './projection';
import type { VersionState } from './projection-version.entity';
import type { RunningVersion } from './versions';

const SQL = join(__dirname, 'sql');
const STANDING = loadSql(SQL, 'standing.sql');
const LOCK = loadSql(SQL, 'lock-standing.sql');
const NOTE = loadSql(SQL, 'note-gathered.sql');

interface Standing {
  readonly position: string;
  readonly gathered: string;
  readonly counting: boolean;
  readonly state: VersionState;
  readonly parked: boolean;
}

/**
 * Brings a version on by a stretch of the log: many pages in one transaction, bounded by the memory they take.
 *
 * A version that has answers goes from one state to the next. One at position 0, which nobody reads, takes a
 * shorter way where the log is longer than one stretch: it files stretch after stretch and counts everything
 * once, at the end, in parts. Its position stays 0 until all is counted; `gathered` says how far it has read.
 * Each step is one transaction, so that whoever goes on, goes on from the last of them.
 *
 * `page by page` where that is needed: behind a parked event, its stream must be watched.
 * @throws StretchError where an event can't be applied; page by page will tell which
 */
export async function nextStretch(
  context: PageContext & { readonly limits: StretchLimits },
  bulk: Bulk,
  version: RunningVersion,
  signal?: AbortSignal,
): Promise<PageResult | 'page by page'> {
  const { pool, store, projection, limits } = context;
  const { rows } = await pool.query<Standing>(STANDING, [projection.name, version.version]);
  const standing = rows[0];
  if (standing?.state !== version.state) return 'waiting';
  if (standing.parked) return 'page by page';
  const [position, gathered] = [BigInt(standing.position), BigInt(standing.gathered)];
  // The second connection comes first: who holds the checkpoint and waits for one can stop a whole pool.
  if (standing.counting) {
    return inTransaction(pool, (reader) => step(gathered, (tx) => count(tx, reader, gathered)));
  }

  // The first stretch is one page: whoever asks learns at once that a version which has no answers is being filled.
  const bounds = gathered === 0n ? { ...limits, stretchBytes: 0 } : limits;
  const found = await gatherStretch(store, bulk, gathered, bounds, signal);
  if (signal?.aborted) return 'waiting';
  if (gathered > position) return step(found.end, (tx) => file(tx, found, found.atHead));
  if (found.events === 0) return { events: 0, position, more: false };
  if (position === 0n && !found.atHead) return step(found.end, (tx) => file(tx, found, false));
  return step(found.end, (tx) => apply(tx, found));

  async function step(
    end: bigint,
    work: (tx: PoolClient) => Promise<Exclude<PageResult, 'waiting'>>,
  ): Promise<PageResult> {
    const { state, counting } = standing as Standing;
    const unchanged = [projection.name, version.version, state, String(position), String(gathered), counting];
    return inTransaction(pool, async (tx) => {
      if ((await tx.query(LOCK, unchanged)).rowCount === 0) return 'waiting';
      try {
        return await work(tx);
      } catch (error) {
        throw new StretchError(end, error);
      }
    });
  }

  async function apply(tx: PoolClient, { stretch, events, end }: GatheredStretch): Promise<StepResult> {
    await withTables(tx, projection, version.version, () => stretch.apply(tx));
    await moveCheckpoint(tx, projection, version.version, end);
    return { events, position: end, more: true };
  }

  async function file(
    tx: PoolClient,
    { stretch, events, end }: GatheredStretch,
    last: boolean,
  ): Promise<StepResult> {
    await withTables(tx, projection, version.version, () => stretch.file(tx));
    await tx.query(NOTE, [projection.name, version.version, end.toString(), last]);
    return { events, position, more: true };
  }

  async function count(tx: PoolClient, reader: PoolClient, end: bigint): Promise<StepResult> {
    const tables = <T>(client: PoolClient, work: () => Promise<T>): Promise<T> =>
      withTables(client, projection, version.version, work);
    const done = await tables(reader, () => tables(tx, () => bulk.count(tx, reader)));
    if (done) await moveCheckpoint(tx, projection, version.version, end);
    return { events: 0, position: done ? end : position, more: true };
  }
}

type StepResult = Exclude<PageResult, 'waiting'>;
