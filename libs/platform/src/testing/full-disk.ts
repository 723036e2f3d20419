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
