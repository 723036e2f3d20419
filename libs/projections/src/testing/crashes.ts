import type { Pool, PoolClient } from 'pg';
import type { Bulk, Projection, Stretch } from '../runner/projection';
import type { Chance } from './chance';

/** A projection whose connection is cut now and then: before a step, amid it, or between it and the checkpoint. */
export function crashing(
  projection: Projection,
  server: Pool,
  chance: Chance,
): Projection & { readonly cuts: number } {
  let cuts = 0;
  const cut = async (tx: PoolClient): Promise<void> => {
    const { rows } = await tx.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    await server.query('SELECT pg_terminate_backend($1, 10000)', [rows[0]?.pid]);
    cuts++;
  };
  const around = async <T>(tx: PoolClient, work: () => Promise<T>): Promise<T> => {
    const moment = chance(6);
    if (moment === 0) await cut(tx);
    const result = await work();
    if (moment === 1) await cut(tx);
    return result;
  };
  const { bulk, ...others } = projection;
  return {
    ...others,
    get cuts() {
      return cuts;
    },
    ...(bulk && { bulk: crashingBulk(bulk, around) }),
    async apply(events, tx) {
      const half = chance(6) === 0 ? Math.ceil(events.length / 2) : events.length;
      await around(tx, () => projection.apply(events.slice(0, half), tx));
      if (half < events.length) await around(tx, () => projection.apply(events.slice(half), tx));
    },
  };
}

function crashingBulk(bulk: Bulk, around: <T>(tx: PoolClient, work: () => Promise<T>) => Promise<T>): Bulk {
  return {
    begin(): Stretch {
      const stretch = bulk.begin();
      return {
        add: (events) => stretch.add(events),
        get bytes() {
          return stretch.bytes;
        },
        apply: (tx) => around(tx, () => stretch.apply(tx)),
        file: (tx) => around(tx, () => stretch.file(tx)),
      };
    },
    count: (tx, reader) => around(tx, () => bulk.count(tx, reader)),
  };
}
