import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { Pool } from 'pg';
import type { BenchDatabase } from '../system/bench-database';
import { eachInFlight } from './in-flight';
import type { Peer } from './peer';

interface EmmettStore {
  appendToStream(stream: string, events: readonly object[]): Promise<unknown>;
  close(): Promise<void>;
  readonly schema: { migrate(): Promise<unknown> };
}

interface EmmettPackage {
  getPostgreSQLEventStore(
    url: string,
    options: { connectionOptions: { pooled: true; pool: Pool } },
  ): EmmettStore;
}

/**
 * Emmett's PostgreSQL store, one stream an append as its API has it, on a pool of the same size as ours. It has no
 * licence yet, so it is no dependency of this project: whoever measures installs it in a folder of theirs.
 */
export async function openEmmett({ url, pool }: BenchDatabase, folder: string): Promise<Peer> {
  const load = createRequire(resolve(folder, 'package.json'));
  const emmett = load('@event-driven-io/emmett-postgresql') as EmmettPackage;
  const store = emmett.getPostgreSQLEventStore(url, { connectionOptions: { pooled: true, pool } });
  await store.schema.migrate();
  const append: Peer['append'] = async ({ stream, events }) => {
    const messages = events.map(({ type, data, metadata }) => ({ type, data, metadata }));
    await store.appendToStream(stream, messages);
  };
  return {
    name: 'Emmett',
    append,
    deliver: (delivery) => eachInFlight(delivery, append),
    count: async () => {
      const { rows } = await pool.query<{ n: number }>('SELECT count(*)::integer AS n FROM emt_messages');
      return rows[0]?.n ?? 0;
    },
    close: () => store.close(),
  };
}
