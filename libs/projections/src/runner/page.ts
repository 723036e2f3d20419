import type { EventStore, StoredEvent } from '@lueckenlos/event-store';
import { inTransaction, loadSql } from '@lueckenlos/platform';
import { join } from 'node:path';
import type { Pool, PoolClient } from 'pg';
import { park, parkBehind } from './parking';
import type { Projection } from './projection';
import type { RunningVersion } from './versions';
import { versionSchema } from './version-schema';

const SQL = join(__dirname, 'sql');
const LOCK = loadSql(SQL, 'lock-version.sql');
const MOVE = loadSql(SQL, 'move-checkpoint.sql');

export interface PageContext {
  readonly pool: Pool;
  readonly store: EventStore;
  readonly projection: Projection;
}

/**
 * How many events a page brought, up to which position the version goes, and whether there may be more to do;
 * `waiting` when another worker holds the checkpoint.
 */
export type PageResult =
  { readonly events: number; readonly position: bigint; readonly more: boolean } | 'waiting';

/** An error of the page whose events are known, so that the runner can narrow it down to one of them. */
export class PageError extends Error {
  constructor(
    /** The checkpoint before the page. */
    readonly after: bigint,
    readonly events: readonly StoredEvent[],
    override readonly cause: unknown,
  ) {
    super('a page could not be applied', { cause });
  }
}

/**
 * Applies the next page of a version: the effects and the checkpoint in one transaction. The page is read
 * before: who holds the checkpoint and waits for a second connection can stop a whole pool.
 */
export async function applyPage(
  context: PageContext,
  version: RunningVersion,
  limit: number,
): Promise<PageResult> {
  const { pool, store, projection } = context;
  const after = await lockVersion(pool, projection, version);
  if (after === null) return 'waiting';
  const events = await store.readAll(after, limit);
  const last = events.at(-1);
  if (!last) return { events: 0, position: after, more: false };
  return inTransaction(pool, async (tx) => {
    if ((await lockVersion(tx, projection, version)) !== after) return 'waiting';
    const free =
      version.state === 'live' ? await parkBehind(tx, projection, version.version, events) : events;
    try {
      if (free.length > 0) await applyInSchema(tx, projection, version.version, free);
    } catch (error) {
      throw new PageError(after, events, error);
    }
    await moveCheckpoint(tx, projection, version.version, last.position);
    return { events: events.length, position: last.position, more: true };
  });
}

/** Runs the projection on the version's tables. */
export async function applyInSchema(
  tx: PoolClient,
  projection: Projection,
  version: number,
  events: readonly StoredEvent[],
): Promise<void> {
  await withTables(tx, projection, version, () => projection.apply(events, tx));
}

/** Works with the version's tables first on the search path. */
export async function withTables<T>(
  tx: PoolClient,
  projection: Projection,
  version: number,
  work: () => Promise<T>,
): Promise<T> {
  await tx.query(`SET LOCAL search_path TO ${versionSchema(projection.name, version)}`);
  return work();
}

/** Moves the checkpoint to the last event whose effects are in the transaction. */
export async function moveCheckpoint(
  tx: PoolClient,
  projection: Projection,
  version: number,
  position: bigint,
): Promise<void> {
  await tx.query(MOVE, [projection.name, version, position.toString()]);
}

/** Parks an event that can't be applied and moves the checkpoint past it, unless another worker was faster. */
export async function parkFailed(
  { pool, projection }: PageContext,
  version: RunningVersion,
  { after, event }: { readonly after: bigint; readonly event: StoredEvent },
  fault: { readonly error: string; readonly attempts: number },
): Promise<void> {
  await inTransaction(pool, async (tx) => {
    if ((await lockVersion(tx, projection, version)) !== after) return;
    await park(tx, projection, version.version, [event], { behind: false, ...fault });
    await moveCheckpoint(tx, projection, version.version, event.position);
  });
}

/** The checkpoint; null while another worker holds it. Outside a transaction this is a mere look. */
async function lockVersion(
  db: Pool | PoolClient,
  projection: Projection,
  { version, state }: RunningVersion,
): Promise<bigint | null> {
  const { rows } = await db.query<{ position: string; state: string }>(LOCK, [projection.name, version]);
  // A version that was switched meanwhile is looked up anew before it takes another page.
  return rows[0]?.state === state ? BigInt(rows[0].position) : null;
}
