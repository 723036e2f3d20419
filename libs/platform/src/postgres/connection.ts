import { Client } from 'pg';

export const DATABASE_USER = 'lueckenlos';
export const DATABASE_NAME = 'lueckenlos';

/** Address of a database on the embedded server. */
export function databaseUrl(port: number, password: string, database = DATABASE_NAME): string {
  return `postgresql://${DATABASE_USER}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

/** Logs in to the maintenance database; its errors never end the process. */
export async function logIn(port: number, password: string): Promise<Client> {
  const connectionString = databaseUrl(port, password, 'postgres');
  const client = new Client({
    connectionString,
    connectionTimeoutMillis: 5_000,
    application_name: 'lueckenlos owner',
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
}

const OWNER_LOCK = 7_305_114_001;

/** Claims the server for this process until the connection closes. False when another process has claimed it. */
export async function claim(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ claimed: boolean }>('SELECT pg_try_advisory_lock($1) AS claimed', [
    OWNER_LOCK,
  ]);
  return rows[0]?.claimed === true;
}

export async function createDatabaseOnce(client: Client): Promise<void> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE_NAME]);
  if (!rowCount) {
    await client.query(`CREATE DATABASE ${DATABASE_NAME}`);
  }
}
