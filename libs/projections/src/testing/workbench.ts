import { eventStoreMigrations, PostgresEventStore } from '@lueckenlos/event-store';
import { createPool } from '@lueckenlos/platform';
import { createTestDatabase } from '@lueckenlos/platform/testing';
import type { Pool } from 'pg';
import { pino } from 'pino';
import { projectionMigrations } from '../migrations';
import type { Projection } from '../runner/projection';
import { ProjectionRunner, type RunnerOptions } from '../runner/projection-runner';

/** A database with a log, and runners on it. */
export interface Workbench {
  readonly pool: Pool;
  readonly store: PostgresEventStore;
  /** A pool and a store of their own, as another process has them. */
  otherProcess(): { pool: Pool; store: PostgresEventStore };
  runner(projection: Projection, special?: Partial<RunnerOptions>): ProjectionRunner;
  /** The versions of a projection, oldest first. */
  versions(projection: string): Promise<VersionRow[]>;
  parked(): Promise<ParkedRow[]>;
  /** Forgets all events' effects: every version with its tables. */
  forget(projection: Projection): Promise<void>;
  close(): Promise<void>;
}

export interface VersionRow {
  version: number;
  code: number;
  state: string;
  position: string;
  error: string | null;
}

export interface ParkedRow {
  position: string;
  stream: string;
  behind: boolean;
  error: string;
  attempts: number;
}

export async function openWorkbench(): Promise<Workbench> {
  const database = await createTestDatabase([...eventStoreMigrations, ...projectionMigrations]);
  const { pool } = database;
  const store = new PostgresEventStore(pool);
  const others: { pool: Pool; store: PostgresEventStore }[] = [];
  return {
    pool,
    store,
    otherProcess: () => {
      const otherPool = createPool({ url: database.url });
      const other = { pool: otherPool, store: new PostgresEventStore(otherPool) };
      others.push(other);
      return other;
    },
    runner: (projection, special = {}) =>
      new ProjectionRunner({
        pool,
        store,
        projection,
        logger: pino({ level: 'silent' }),
        pageSize: 100,
        stretchBytes: 10_000_000,
        pollMs: 5,
        ...special,
      }),
    versions: (name) =>
      rowsOf<VersionRow>(
        pool,
        'SELECT version, code, state, position, error FROM projections.version WHERE projection = $1 ORDER BY version',
        [name],
      ),
    parked: () =>
      rowsOf<ParkedRow>(
        pool,
        'SELECT position, stream, behind, error, attempts FROM projections.parked_event ORDER BY position',
      ),
    forget: (projection) => forget(pool, projection.name),
    close: async () => {
      for (const other of others) {
        await other.store.close();
        await other.pool.end();
      }
      await store.close();
      await database.drop();
    },
  };
}

async function forget(pool: Pool, name: string): Promise<void> {
  const deleted = await rowsOf<{ version: number }>(
    pool,
    'DELETE FROM projections.version WHERE projection = $1 RETURNING version',
    [name],
  );
  for (const { version } of deleted) {
    await pool.query(`DROP SCHEMA ${name.replaceAll('-', '_')}_${version} CASCADE`);
  }
}

async function rowsOf<T extends object>(pool: Pool, text: string, values: unknown[] = []): Promise<T[]> {
  return (await pool.query<T>(text, values)).rows;
}
