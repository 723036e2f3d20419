import { PostgresEventStore, type EventStore } from '@lueckenlos/event-store';
import { createPool, startEmbeddedPostgres } from '@lueckenlos/platform';
import { temporaryFolder } from '@lueckenlos/platform/testing';
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Client, type Pool } from 'pg';

/** As many connections as a process of ours has at most, for whoever is compared with one. */
const POOL_SIZE = 16;
/** Events of one page, where the log is only read. */
const PAGE = 5_000;

/** A durable PostgreSQL for one run; every measurement gets a database of its own there. */
export interface BenchPostgres {
  readonly folder: string;
  createDatabase(): Promise<BenchDatabase>;
  stop(): Promise<void>;
}

export interface BenchDatabase {
  readonly url: string;
  readonly pool: Pool;
  /** The log as the processes under measurement write it. */
  readonly store: PostgresEventStore;
  /** For files that PostgreSQL itself reads and writes. */
  readonly exchange: string;
  drop(): Promise<void>;
}

export async function startBenchPostgres(): Promise<BenchPostgres> {
  const folder = temporaryFolder();
  const postgres = await startEmbeddedPostgres(join(folder, 'database'));
  const exchange = mkdtempSync(join(folder, 'exchange-'));
  chmodSync(exchange, 0o777);
  return {
    folder,
    createDatabase: () => createDatabase(postgres.url, exchange),
    stop: async () => {
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function createDatabase(server: string, exchange: string): Promise<BenchDatabase> {
  const name = `bench_${randomUUID().replaceAll('-', '')}`;
  await onServer(server, `CREATE DATABASE ${name}`);
  const address = new URL(server);
  address.pathname = `/${name}`;
  const pool = createPool({ url: address.href, size: POOL_SIZE });
  const store = new PostgresEventStore(pool);
  return {
    url: address.href,
    pool,
    store,
    exchange,
    drop: async () => {
      await store.close();
      await pool.end();
      await onServer(server, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}

/** Reads the log in pages and does nothing with them: what everything that reads it is compared with. Says how many events. */
export async function readEverything(store: EventStore): Promise<number> {
  let [after, count] = [0n, 0];
  for (;;) {
    const page = await store.readAll(after, PAGE);
    const last = page.at(-1);
    if (!last) return count;
    after = last.position;
    count += page.length;
  }
}
