import { inTransaction, loadSql } from '@lueckenlos/platform';
import { join } from 'node:path';
import type { Pool, PoolClient } from 'pg';
import type { Projection } from './projection';
import type { VersionState } from './projection-version.entity';
import { versionSchema } from './version-schema';

const SQL = join(__dirname, 'sql');
const CREATE = loadSql(SQL, 'create-version.sql');
const RUNNING = loadSql(SQL, 'running-versions.sql');
const RETIRE = loadSql(SQL, 'switch-retire.sql');
const PROMOTE = loadSql(SQL, 'switch-promote.sql');

export interface RunningVersion {
  readonly version: number;
  readonly state: VersionState;
}

/** Adds a version with empty tables: live if it is the first, else building beside the live one. */
export async function createVersion(tx: PoolClient, projection: Projection): Promise<number> {
  const { rows } = await tx.query<{ version: number }>(CREATE, [projection.name, projection.code]);
  const version = Number(rows[0]?.version);
  const schema = versionSchema(projection.name, version);
  await tx.query(`CREATE SCHEMA ${schema}`);
  await tx.query(`SET LOCAL search_path TO ${schema}`);
  for (const table of projection.tables) await tx.query(table);
  return version;
}

/**
 * Makes sure that a version made by this code is live or being built. Several processes may start at once:
 * they take turns on an advisory lock.
 */
export async function ensureVersion(pool: Pool, projection: Projection): Promise<void> {
  await inTransaction(pool, async (tx) => {
    await tx.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`projection ${projection.name}`]);
    const running = await runningVersions(tx, projection);
    if (running.length === 0) await createVersion(tx, projection);
  });
}

export async function runningVersions(
  db: Pool | PoolClient,
  projection: Projection,
): Promise<RunningVersion[]> {
  return (await db.query<RunningVersion>(RUNNING, [projection.name, projection.code])).rows;
}

/** Puts the build into service once it has caught up with the live version; true when it did. */
export async function switchVersions(pool: Pool, projection: Projection): Promise<boolean> {
  return inTransaction(pool, async (tx) => {
    await tx.query(RETIRE, [projection.name]);
    const { rowCount } = await tx.query(PROMOTE, [projection.name]);
    return rowCount === 1;
  });
}
