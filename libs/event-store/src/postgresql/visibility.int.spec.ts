import { anAppend, anEvent } from '../testing';
import { expectUnbroken } from '../testing/expectations';
import { until } from '@lueckenlos/platform/testing';
import type { EventStore } from '../port';
import { makePostgresEngine } from './testing/postgres-engine';

const NOW = new Date('2026-03-01T12:00:00.000Z');

describe('The order in which events become visible', () => {
  let engine: Awaited<ReturnType<typeof makePostgresEngine>>;
  let store: EventStore;
  beforeAll(async () => {
    engine = await makePostgresEngine();
    store = engine.open();
  });
  afterAll(async () => {
    await store.close();
    await engine.drop();
  });

  const waitingForALock = async (): Promise<boolean> => {
    const { rows } = await engine.database.pool.query<{ waiting: string }>(
      `SELECT count(*) AS waiting FROM pg_stat_activity
       WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%event_store.append%'`,
    );
    return rows[0]?.waiting === '1';
  };

  it('a writer that has its positions but has not committed keeps all others back, readers see neither', async () => {
    const slow = await engine.database.pool.connect();
    await slow.query('BEGIN');
    await slow.query(
      `SELECT event_store.append('{2026-03-01}', '{1}', '{case-slow}', '{-1}', '{1}', '{1}', '{1}',
         $1, '{t}', '{1}', '{NULL}', '{"{}"}', '{"{}"}')`,
      [[anEvent().id]],
    );
    const fast = store.append([anAppend('case-fast')], NOW);
    await until(waitingForALock, { what: 'the fast writer to wait' });
    expect(await store.readAll(0n, 10)).toEqual([]);
    expect(await store.head()).toBe(0n);

    await slow.query('COMMIT');
    slow.release();
    await fast;
    const log = await store.readAll(0n, 10);
    expect(log.map(({ stream }) => stream)).toEqual(['case-slow', 'case-fast']);
  });

  it('a writer that dies after it had its positions leaves no gap', async () => {
    const before = await store.head();
    const dying = await engine.database.pool.connect();
    await dying.query('BEGIN');
    await dying.query('UPDATE event_store.head SET position = position + 1000');
    const next = store.append([anAppend('case-next')], NOW);
    await until(waitingForALock, { what: 'the next writer to wait' });
    dying.release(true);
    expect(await next).toMatchObject([{ position: before + 1n }]);
    await expectUnbroken(store, await store.readAll(0n, 10));
  });

  it('streams are locked in order of name whatever their order in the call, so nobody waits in a circle', async () => {
    const streams = ['case-z', 'case-m', 'case-a'].map((stream) => anAppend(stream));
    await store.append(streams, NOW);
    const { pool } = engine.database;
    const [holder, prober] = [await pool.connect(), await pool.connect()];
    await holder.query("BEGIN; SELECT FROM event_store.stream WHERE name = 'case-m' FOR UPDATE");
    const held = store.append(
      streams.map(({ stream }) => anAppend(stream)),
      NOW,
    );
    await until(waitingForALock, { what: 'the writer to wait for the stream in the middle' });
    const lock = (name: string): Promise<unknown> =>
      prober.query('SELECT FROM event_store.stream WHERE name = $1 FOR UPDATE NOWAIT', [name]);
    await lock('case-z');
    await expect(lock('case-a')).rejects.toThrow('could not obtain lock');

    await holder.query('COMMIT');
    holder.release();
    prober.release();
    expect(await held).toHaveLength(3);
  });
});
