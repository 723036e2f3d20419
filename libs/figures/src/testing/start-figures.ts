import { accessMigrations, AccessModule } from '@lueckenlos/access';
import { createTestIssuer } from '@lueckenlos/access/testing';
import { eventStoreMigrations, PostgresEventStore } from '@lueckenlos/event-store';
import { createHttpApp, loadConfig, PlatformModule, systemClock, type Clock } from '@lueckenlos/platform';
import { createTestDatabase } from '@lueckenlos/platform/testing';
import { dropOffs, projectionMigrations, ProjectionRunner, quality } from '@lueckenlos/projections';
import { Module } from '@nestjs/common';
import type { Pool } from 'pg';
import { pino } from 'pino';
import { FiguresModule } from '../figures.module';
import { appendsOf, type Delivery } from './stored-events';

@Module({})
class TestRoot {}

export interface Asking {
  /** Role of the contract; nobody where null. */
  readonly as?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The read side over real HTTP, with read models that a test feeds, on a database of its own. */
export interface RunningFigures {
  readonly pool: Pool;
  get(path: string, asking?: Asking): Promise<Response>;
  /** Puts events into the log; says its head. */
  append(deliveries: Iterable<Delivery>): Promise<bigint>;
  /** Brings the read models up to the head of the log. */
  project(): Promise<bigint>;
  stop(): Promise<void>;
}

export async function startFigures(clock: Clock = systemClock): Promise<RunningFigures> {
  const database = await createTestDatabase([
    ...eventStoreMigrations,
    ...projectionMigrations,
    ...accessMigrations,
  ]);
  const { pool } = database;
  const store = new PostgresEventStore(pool);
  const logger = pino({ level: 'silent' });
  const runners = [dropOffs, quality].map(
    (projection) => new ProjectionRunner({ pool, store, projection, logger, pageSize: 500, pollMs: 10 }),
  );
  const config = loadConfig({ LUECKENLOS_PORT: '0' });
  const issuer = await createTestIssuer({ clock });
  const imports = [
    PlatformModule.forRoot({ config, databaseUrl: database.url, logger, clock }),
    AccessModule.forRoot(issuer.options),
    FiguresModule,
  ];
  const app = await createHttpApp({ module: TestRoot, imports }, { config, logger });
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  return {
    pool,
    get: async (path, { as = 'statistics-unit', headers = {} } = {}) => {
      const bearer: Record<string, string> = as === null ? {} : await issuer.bearer(as);
      return fetch(url + path, { headers: { ...bearer, ...headers } });
    },
    append: async (deliveries) => {
      for (const appends of appendsOf(deliveries)) await store.append(appends, clock());
      return store.head();
    },
    project: async () => {
      const [position = 0n] = await Promise.all(runners.map((runner) => runner.catchUp()));
      return position;
    },
    stop: async () => {
      await app.close();
      await store.close();
      await database.drop();
    },
  };
}
