import type { Pool, PoolClient } from 'pg';
import type { Projection } from '../runner/projection';
import type { Chance } from './chance';

/** A projection whose connection is cut now and then, before a page, amid it, or between it and the checkpoint. */
export function crashing(
  projection: Projection,
  server: Pool,
  chance: Chance,
): Projection & { cuts: number } {
  const cut = async (tx: PoolClient, counted: { cuts: number }): Promise<void> => {
    const { rows } = await tx.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    await server.query('SELECT pg_terminate_backend($1, 10000)', [rows[0]?.pid]);
    counted.cuts++;
  };
  return {
    ...projection,
    cuts: 0,
    async apply(events, tx) {
      const moment = chance(6);
      if (moment === 0) await cut(tx, this);
      const half = moment === 1 ? Math.ceil(events.length / 2) : events.length;
      await projection.apply(events.slice(0, half), tx);
      if (moment === 1 || moment === 2) await cut(tx, this);
      if (half < events.length) await projection.apply(events.slice(half), tx);
    },
  };
}
