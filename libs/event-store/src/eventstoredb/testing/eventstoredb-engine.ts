import { createPool } from '@lueckenlos/platform';
import { createTestDatabase, type TestDatabase } from '@lueckenlos/platform/testing';
import { randomUUID } from 'node:crypto';
import { eventStoreMigrations } from '../../migrations';
import type { EngineUnderTest } from '../../testing';
import { PackageLogClient } from '../client/package-log-client';
import { loadClientPackage } from '../client/client-package';
import type { LogPosition } from '../client/log-client';
import { EventStoreDbStore, type EventStoreDbOptions } from '../eventstoredb-store';
import { readSettings, type EventStoreDbSettings } from '../settings/eventstoredb-settings';

/** Impatient, because what is away in a test is away on purpose. */
const IMPATIENT = {
  pauseMs: 2,
  maxPauseMs: 50,
  adoptMs: 500,
  appendMs: 1_000,
  silenceMs: 1_500,
  closeMs: 500,
  busyPauseMs: 50,
  // But not with others that are alive: on a slow machine they take their time.
  busyMs: 60_000,
};

export interface EventStoreDbEngine extends EngineUnderTest {
  readonly database: TestDatabase;
  readonly settings: EventStoreDbSettings;
  /** The names of its streams on the server begin with it. */
  readonly namespace: string;
  open(options?: EventStoreDbOptions): EventStoreDbStore;
}

type EngineHooks = Pick<EngineUnderTest, 'interrupt' | 'hold'> &
  Pick<EventStoreDbOptions, 'timing'> & { drop?: () => Promise<void> };

/** A log of its own on a running server: other streams, another index. Every store has its own pool. */
export async function makeEventStoreDbEngine(
  url: string,
  { timing, ...hooks }: EngineHooks = {},
): Promise<EventStoreDbEngine> {
  const settings = readSettings(url, { production: false, allowInsecure: true });
  const database = await createTestDatabase(eventStoreMigrations);
  const namespace = `test${randomUUID().replaceAll('-', '')}`;
  const beginning = await endOf(settings);
  const opened: EventStoreDbStore[] = [];
  return {
    ...hooks,
    database,
    settings,
    namespace,
    open: (options) => {
      const times = { ...IMPATIENT, ...timing, ...options?.timing };
      const store = openStore(settings, database.url, { namespace, beginning, ...options, timing: times });
      opened.push(store);
      return store;
    },
    drop: async () => {
      // Those of a test that failed keep the client of the process on a node that is no more.
      await Promise.all(opened.map((store) => store.close()));
      await database.drop();
      await hooks.drop?.();
    },
    tamper: {
      update: () => database.pool.query("UPDATE event_store.receipt SET type = 'other'"),
      delete: () => database.pool.query('DELETE FROM event_store.receipt'),
      truncate: () => database.pool.query('TRUNCATE event_store.receipt'),
    },
  };
}

/** A store that ends its pool with itself. */
function openStore(
  settings: EventStoreDbSettings,
  databaseUrl: string,
  options: EventStoreDbOptions,
): EventStoreDbStore {
  const pool = createPool({ url: databaseUrl, size: 4 });
  const store = new EventStoreDbStore(settings, pool, options);
  const close = store.close.bind(store);
  let closing: Promise<void> | undefined;
  store.close = () => (closing ??= close().then(() => pool.end()));
  return store;
}

/** Where the server's log ends now, so that nobody reads what earlier tests have left there. */
async function endOf({
  connectionString,
  clientPackage,
}: EventStoreDbSettings): Promise<LogPosition | undefined> {
  const client = new PackageLogClient(loadClientPackage(clientPackage), connectionString, 10_000);
  const [last] = await client.readAll({ from: 'end', backwards: true, count: 1 });
  await client.dispose();
  return last?.position;
}
