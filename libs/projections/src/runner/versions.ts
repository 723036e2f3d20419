import { inTransaction, loadSql } from '@lueckenlos/platform';
import { join } from 'node:path';
import type { Pool, PoolClient } from 'pg';
import type { Projection } from './projection';
import type { VersionState } from './projection-version.entity';
import { versionSchema } from './version-schema';

const SQL = join(__dirname, 'sql');
const CREATE = loadSql(SQL, 'create-version.sql');
const KNOWN = loadSql(SQL, 'known-versions.sql');
const RUNNING = loadSql(SQL, 'running-versions.sql');
const FAIL = loadSql(SQL, 'fail-version.sql');
const FORGET_GATHERED = loadSql(SQL, 'forget-gathered.sql');

export interface RunningVersion {
  readonly version: number;
  readonly state: VersionState;
}

interface KnownVersion extends RunningVersion {
  readonly code: number;
}

/**
 * Makes sure that a version made by this code, or by a newer one, is there. One that failed counts: it would
 * fail again, until an operator has looked and asks for a rebuild. An older program leaves a newer program's
 * version alone, so that the two can run side by side during an upgrade.
 */
export async function ensureVersion(pool: Pool, projection: Projection): Promise<void> {
  await oneAtATime(pool, projection, async (tx) => {
    const known = await knownVersions(tx, projection);
    if (known.some(({ code }) => code >= projection.code)) return;
    const outdated = known.find(({ state }) => state === 'building');
    if (outdated) await failVersion(tx, projection, outdated.version, 'replaced by a newer program');
    await createVersion(tx, projection);
  });
}

/** Adds a version to be built beside the live one, unless one is being built already: then it says which. */
export async function startRebuild(
  pool: Pool,
  projection: Projection,
): Promise<{ version: number; started: boolean }> {
  return oneAtATime(pool, projection, async (tx) => {
    const building = (await knownVersions(tx, projection)).find(({ state }) => state === 'building');
    if (building) return { version: building.version, started: false };
    return { version: await createVersion(tx, projection), started: true };
  });
}

/** The versions that this program feeds, the live one first. */
export async function runningVersions(pool: Pool, projection: Projection): Promise<RunningVersion[]> {
  return (await pool.query<RunningVersion>(RUNNING, [projection.name, projection.code])).rows;
}

/** Stops a build for good. */
export async function failVersion(
  db: Pool | PoolClient,
  projection: Projection,
  version: number,
  reason: string,
): Promise<void> {
  await db.query(FAIL, [projection.name, version, reason]);
}

/** Several processes may start, or be asked for a rebuild, at once: they take turns. */
function oneAtATime<T>(pool: Pool, projection: Projection, work: (tx: PoolClient) => Promise<T>): Promise<T> {
  return inTransaction(pool, async (tx) => {
    await tx.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`projection ${projection.name}`]);
    return work(tx);
  });
}

async function knownVersions(tx: PoolClient, { name }: Projection): Promise<KnownVersion[]> {
  return (await tx.query<KnownVersion>(KNOWN, [name])).rows;
}

/** Adds a version with empty tables: live if it is the first, else building beside the live one. */
async function createVersion(tx: PoolClient, projection: Projection): Promise<number> {
  const { rows } = await tx.query<{ version: number }>(CREATE, [projection.name, projection.code]);
  const version = Number(rows[0]?.version);
  await createTables(tx, projection, version);
  return version;
}

/** Forgets what a version that nobody reads has gathered, so that it begins again. */
export async function emptyVersion(pool: Pool, projection: Projection, version: number): Promise<void> {
  await oneAtATime(pool, projection, async (tx) => {
    const { rowCount } = await tx.query(FORGET_GATHERED, [projection.name, version]);
    if (rowCount === 0) return;
    await tx.query(`DROP SCHEMA ${versionSchema(projection.name, version)} CASCADE`);
    await createTables(tx, projection, version);
  });
}

async function createTables(tx: PoolClient, projection: Projection, version: number): Promise<void> {
  const schema = versionSchema(projection.name, version);
  await tx.query(`CREATE SCHEMA ${schema}`);
  await tx.query(`SET LOCAL search_path TO ${schema}`);
  for (const table of projection.tables) await tx.query(table);
}
