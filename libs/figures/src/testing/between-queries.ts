import type { Pool, PoolClient } from 'pg';

/** The pool, except that something else happens once, after so many statements of a borrowed connection. */
export function betweenQueries(pool: Pool, statements: number, happens: () => Promise<unknown>): Pool {
  let sent = 0;
  const watched = (client: PoolClient): PoolClient => {
    const query = client.query.bind(client) as (...statement: unknown[]) => Promise<unknown>;
    return replacing(client, 'query', async (...statement: unknown[]) => {
      const result = await query(...statement);
      if (++sent === statements) await happens();
      return result;
    });
  };
  return replacing(pool, 'connect', async () => watched(await pool.connect()));
}

function replacing<T extends object>(target: T, method: keyof T, replacement: unknown): T {
  return new Proxy(target, {
    get(_, name) {
      if (name === method) return replacement;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}
