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

/** How many events a page brought; `waiting` when another worker holds the checkpoint. */
export type PageResult = { readonly events: number; readonly position: bigint } | 'waiting';

/** An error of the page whose events are known, so that the runner can narrow it down to one of them. */
export class PageError extends Error {
  constructor(
    readonly events: readonly StoredEvent[],
    override readonly cause: unknown,
  ) {
    super('a page could not be applied', { cause });
  }
}

/** Applies the next page of a version: the effects and the checkpoint in one transaction. */
export async function applyPage(
  context: PageContext,
  version: RunningVersion,
  limit: number,
): Promise<PageResult> {
  const { pool, store, projection } = context;
  return inTransaction(pool, async (tx) => {
    const position = await lockVersion(tx, projection, version);
    if (position === null) return 'waiting';
    const events = await store.readAll(position, limit);
    const last = events.at(-1);
    if (!last) return { events: 0, position };
    const free =
      version.state === 'live' ? await parkBehind(tx, projection, version.version, events) : events;
    try {
      if (free.length > 0) await applyInSchema(tx, projection, version.version, free);
    } catch (error) {
      throw new PageError(events, error);
    }
    await tx.query(MOVE, [projection.name, version.version, last.position.toString()]);
    return { events: events.length, position: last.position };
  });
}

/** Runs the projection with the version's tables first on the search path. */
export async function applyInSchema(
  tx: PoolClient,
  projection: Projection,
  version: number,
  events: readonly StoredEvent[],
): Promise<void> {
  await tx.query(`SET LOCAL search_path TO ${versionSchema(projection.name, version)}`);
  await projection.apply(events, tx);
}

/** Parks an event that can't be applied and moves the checkpoint past it, unless another worker was faster. */
export async function parkFailed(
  { pool, store, projection }: PageContext,
  version: RunningVersion,
  failed: StoredEvent,
  fault: { readonly error: string; readonly attempts: number },
): Promise<void> {
  await inTransaction(pool, async (tx) => {
    const position = await lockVersion(tx, projection, version);
    const [event] = position === null ? [] : await store.readAll(position, 1);
    if (event?.position !== failed.position) return;
    await park(tx, projection, version.version, [event], { behind: false, ...fault });
    await tx.query(MOVE, [projection.name, version.version, event.position.toString()]);
  });
}

async function lockVersion(
  tx: PoolClient,
  projection: Projection,
  { version, state }: RunningVersion,
): Promise<bigint | null> {
  const { rows } = await tx.query<{ position: string; state: string }>(LOCK, [projection.name, version]);
  // A version that was switched meanwhile is looked up anew before it takes another page.
  return rows[0]?.state === state ? BigInt(rows[0].position) : null;
}
