import { inTransaction, loadSql } from '@lueckenlos/platform';
import { join } from 'node:path';
import type { Pool } from 'pg';
import type { Projection } from './projection';
import type { VersionState } from './projection-version.entity';
import { versionSchema } from './version-schema';

const SQL = join(__dirname, 'sql');
const LOCK_SWITCH = loadSql(SQL, 'lock-switch.sql');
const RETIRE = loadSql(SQL, 'switch-retire.sql');
const PROMOTE = loadSql(SQL, 'switch-promote.sql');
const LOCK_TO_DROP = loadSql(SQL, 'lock-version-to-drop.sql');
const FORGET = loadSql(SQL, 'forget-version.sql');

const DROPPABLE: readonly VersionState[] = ['retired', 'failed'];
const MAX_VERSION = 2 ** 31 - 1;

/** Puts the build into service once it has caught up with the live version; true when it did. */
export async function switchVersions(pool: Pool, { name }: Projection): Promise<boolean> {
  return inTransaction(pool, async (tx) => {
    await tx.query(LOCK_SWITCH, [name]);
    await tx.query(RETIRE, [name]);
    const { rowCount } = await tx.query(PROMOTE, [name]);
    return rowCount === 1;
  });
}

/** Removes a version that is out of service, with its tables. Gives its state, or null if there is none. */
export async function dropVersion(
  pool: Pool,
  { name }: Projection,
  version: number,
): Promise<{ state: VersionState; dropped: boolean } | null> {
  if (version > MAX_VERSION) return null;
  return inTransaction(pool, async (tx) => {
    const { rows } = await tx.query<{ state: VersionState }>(LOCK_TO_DROP, [name, version]);
    const state = rows[0]?.state;
    if (state === undefined) return null;
    if (!DROPPABLE.includes(state)) return { state, dropped: false };
    await tx.query(`DROP SCHEMA IF EXISTS ${versionSchema(name, version)} CASCADE`);
    await tx.query(FORGET, [name, version]);
    return { state, dropped: true };
  });
}
