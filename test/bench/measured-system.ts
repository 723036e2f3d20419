import { PostgresEventStore } from '@lueckenlos/event-store';
import {
  CHECK_UP_CHAIN,
  CHECK_UP_CHAIN_ID,
  AREAS_ID,
  KREFELD_AREAS,
  LIFE_CHAIN,
  LIFE_CHAIN_ID,
} from '@lueckenlos/krefeld';
import { createPool, startEmbeddedPostgres } from '@lueckenlos/platform';
import { runProcess, temporaryFolder } from '@lueckenlos/platform/testing';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { BenchClient } from './client';

/** A server process on an embedded PostgreSQL of its own, with Krefeld defined and nothing recorded. */
export interface MeasuredSystem {
  readonly client: BenchClient;
  readonly db: Client;
  readonly store: PostgresEventStore;
  stop(): Promise<void>;
}

export async function startMeasuredSystem(): Promise<MeasuredSystem> {
  const folder = temporaryFolder();
  const postgres = await startEmbeddedPostgres(join(folder, 'database'));
  const dataDir = join(folder, 'data');
  const server = runProcess(join(__dirname, 'server.ts'), {
    LUECKENLOS_DATA_DIR: dataDir,
    LUECKENLOS_PORT: '0',
    LUECKENLOS_LOG_LEVEL: 'warn',
    DATABASE_URL: postgres.url,
  });
  const client = new BenchClient(await server.said('LISTENING'), dataDir);
  for (const edition of KREFELD_AREAS) await client.put(`/v1/areas/${AREAS_ID}`, edition);
  await client.put(`/v1/chains/${LIFE_CHAIN_ID}`, LIFE_CHAIN);
  await client.put(`/v1/chains/${CHECK_UP_CHAIN_ID}`, CHECK_UP_CHAIN);
  const db = new Client({ connectionString: postgres.url });
  await db.connect();
  const pool = createPool({ url: postgres.url, size: 2 });
  const store = new PostgresEventStore(pool);
  return {
    client,
    db,
    store,
    stop: async () => {
      await store.close();
      await pool.end();
      await db.end();
      server.signalGroup('SIGTERM');
      await server.ended();
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
