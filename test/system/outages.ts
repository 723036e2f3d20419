import type { Pool } from 'pg';

/** A table that refuses every change as a full disk does, until somebody makes room. */
export async function fillUp(pool: Pool, table: string): Promise<{ readonly makeRoom: () => Promise<void> }> {
  const name = `full_${table.replaceAll('.', '_')}`;
  await pool.query(`CREATE OR REPLACE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$`);
  await pool.query(
    `CREATE TRIGGER ${name} BEFORE INSERT OR UPDATE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION ${name}()`,
  );
  return { makeRoom: async () => void (await pool.query(`DROP TRIGGER ${name} ON ${table}`)) };
}

/** Sets the database to read-only, or back, for all sessions: those that there are end. */
export async function setReadOnly(pool: Pool, isReadOnly: boolean): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('SET default_transaction_read_only = off');
    const { rows } = await client.query<{ name: string }>('SELECT current_database() AS name');
    await client.query(`ALTER DATABASE ${rows[0]?.name} SET default_transaction_read_only = ${isReadOnly}`);
    await client.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    );
  } finally {
    client.release();
  }
}
