import { until } from '@lueckenlos/platform/testing';
import { anAppend } from '../../testing';
import { makePostgresEngine, openStore } from '../testing/postgres-engine';

const NOW = new Date('2026-03-01T12:00:00.000Z');
const LONG = 3_600_000;
const LISTENERS = `FROM pg_stat_activity WHERE datname = current_database() AND query LIKE '%LISTEN event_store%'
  AND pid <> pg_backend_pid()`;

describe('Waiting for news on PostgreSQL', () => {
  let engine: Awaited<ReturnType<typeof makePostgresEngine>>;
  beforeEach(async () => {
    engine = await makePostgresEngine();
  });
  afterEach(() => engine.drop());

  const count = async (what: string): Promise<number> => {
    const { rows } = await engine.database.pool.query<{ count: string }>(`SELECT count(*) ${what}`);
    return Number(rows[0]?.count);
  };
  const listening = (): Promise<boolean> => count(LISTENERS).then((listeners) => listeners === 1);

  it('is woken by the notification of an append, long before the next poll', async () => {
    const store = openStore(engine.database.url, { pollMs: LONG });
    const waiting = store.waitBeyond(0n, LONG);
    await until(listening, { what: 'the store to listen' });
    const writer = engine.open();
    await writer.append([anAppend('case-1')], NOW);
    await waiting;
    await Promise.all([store.close(), writer.close()]);
  });

  it('shares one connection between all who wait, and listens again when it was cut', async () => {
    const store = openStore(engine.database.url, { pollMs: 20 });
    const waiting = Array.from({ length: 20 }, () => store.waitBeyond(0n, LONG));
    await until(listening, { what: 'the store to listen' });
    const { rows } = await engine.database.pool.query<{ pid: number }>(`SELECT pid ${LISTENERS}`);
    await engine.database.pool.query(`SELECT pg_terminate_backend(pid) ${LISTENERS}`);
    const anew = `${LISTENERS} AND pid <> ${rows[0]?.pid}`;
    await until(() => count(anew).then((listeners) => listeners === 1), {
      what: 'the store to listen again',
    });
    await store.append([anAppend('case-1')], NOW);
    await Promise.all(waiting);
    await store.close();
  });

  it('leaves no connection behind when it is closed, not even one that is being made', async () => {
    const store = openStore(engine.database.url);
    const waiting = store.waitBeyond(0n, LONG);
    await store.close();
    await waiting;
    const others = 'FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()';
    await until(() => count(others).then((connections) => connections === 0), {
      what: 'all connections to end',
    });
  });
});
