import { Pool } from 'pg';

export interface PoolOptions {
  readonly url: string;
  readonly size?: number;
  /** Hears of idle connections that died, for instance because the server was restarted. */
  readonly onError?: (error: Error) => void;
}

/** A host that swallows packets, or a pool whose connections are all lent, is waited for no longer. */
export const CONNECT_MS = 20_000;

/**
 * Makes the pool. Type parsers stay as `pg` ships them: 64-bit integers arrive as strings, as TypeORM expects.
 */
export function createPool({ url, size = 10, onError = () => undefined }: PoolOptions): Pool {
  const pool = new Pool({
    connectionString: url,
    max: size,
    application_name: 'lueckenlos',
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
  });
  // Without a listener, an idle connection that dies would end the process. The pool replaces it by itself.
  pool.on('error', onError);
  return pool;
}
