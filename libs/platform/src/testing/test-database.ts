import { randomUUID } from 'node:crypto';
import { Client, type Pool } from 'pg';
import { migrate, type MigrationClass } from '../database/migrate';
import { createPool } from '../database/pool';

/** A database of its own on the server that the test run started. */
export interface TestDatabase {
  readonly url: string;
  readonly pool: Pool;
  /** Closes the pool and removes the database. */
  drop(): Promise<void>;
}

/** Creates an empty database with the given migrations: one per test file, dropped in `afterAll`. */
export async function createTestDatabase(migrations: readonly MigrationClass[] = []): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`);
  const url = new URL(serverUrl());
  url.pathname = `/${name}`;
  await migrate(url.href, migrations);
  const pool = createPool({ url: url.href });
  return {
    url: url.href,
    pool,
    drop: async () => {
      await pool.end();
      await onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}

async function onServer(statement: string): Promise<void> {
  const client = new Client({ connectionString: serverUrl() });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function serverUrl(): string {
  const url = process.env['LUECKENLOS_TEST_POSTGRES'];
  if (!url) {
    throw new Error('No PostgreSQL for tests: name the file *.int.spec.ts or *.e2e.spec.ts.');
  }
  return url;
}
