import type { Pool } from 'pg';

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
