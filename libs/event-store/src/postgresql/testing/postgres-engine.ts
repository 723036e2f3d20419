import { createPool } from '@lueckenlos/platform';
import { createTestDatabase, type TestDatabase } from '@lueckenlos/platform/testing';
import type { EngineUnderTest } from '../../testing';
import { eventStoreMigrations } from '../migrations';
import { PostgresEventStore, type PostgresEventStoreOptions } from '../postgres-event-store';

/** A log in a database of its own; every store has its own pool, as a process would. */
export async function makePostgresEngine(): Promise<EngineUnderTest & { database: TestDatabase }> {
  const database = await createTestDatabase(eventStoreMigrations);
  const { pool: observer } = database;
  return {
    database,
    open: () => openStore(database.url),
    drop: () => database.drop(),
    tamper: {
      update: () => observer.query("UPDATE event_store.event SET type = 'other'"),
      delete: () => observer.query('DELETE FROM event_store.event'),
      truncate: () => observer.query('TRUNCATE event_store.event'),
    },
    interrupt: () => observer.query(TERMINATE),
  };
}

/** A store that ends its pool with itself. */
export function openStore(url: string, options?: PostgresEventStoreOptions): PostgresEventStore {
  const pool = createPool({ url, size: 3 });
  const store = new PostgresEventStore(pool, options);
  const close = store.close.bind(store);
  let closing: Promise<void> | undefined;
  store.close = () => (closing ??= close().then(() => pool.end()));
  return store;
}

/** Every connection to this database that writes at the moment. */
const TERMINATE = `
  SELECT pg_terminate_backend(pid) FROM pg_stat_activity
  WHERE datname = current_database() AND pid <> pg_backend_pid() AND query LIKE '%event_store.append%'`;
