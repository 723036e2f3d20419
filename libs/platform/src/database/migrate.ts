import { Client } from 'pg';
import { DataSource, type MigrationInterface } from 'typeorm';
import { CONNECT_MS } from './pool';

/** A TypeORM migration; its class name ends in a 13-digit timestamp, which orders it. */
export type MigrationClass = new () => MigrationInterface;

/** Any number that no other advisory lock of ours uses. */
const MIGRATION_LOCK = 7_305_114_000;

/**
 * Brings the database to the newest schema, each migration in a transaction of its own. Processes that start
 * at once take turns on an advisory lock: the first one migrates, the others find nothing left to do.
 */
export async function migrate(databaseUrl: string, migrations: readonly MigrationClass[]): Promise<void> {
  const lock = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: CONNECT_MS });
  // The statement under way rejects when the connection dies; a listener keeps that from ending the process.
  lock.on('error', () => undefined);
  try {
    await lock.connect();
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await runMigrations(databaseUrl, migrations);
  } finally {
    // Closing the session gives the lock back.
    await lock.end();
  }
}

async function runMigrations(databaseUrl: string, migrations: readonly MigrationClass[]): Promise<void> {
  const dataSource = new DataSource({
    type: 'postgres',
    url: databaseUrl,
    migrations: [...migrations],
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    connectTimeoutMS: CONNECT_MS,
    synchronize: false,
  });
  await dataSource.initialize();
  try {
    await dataSource.runMigrations();
  } finally {
    await dataSource.destroy();
  }
}
