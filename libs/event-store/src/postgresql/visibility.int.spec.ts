import { anAppend, anEvent } from '../testing';
import { expectUnbroken } from '../testing/expectations';
import { until } from '@lueckenlos/platform/testing';
import type { EventStore } from '../port';
import { makePostgresEngine } from './testing/postgres-engine';

const NOW = new Date('2026-03-01T12:00:00.000Z');

describe('The order in which events become visible', () => {
  let engine: Awaited<ReturnType<typeof makePostgresEngine>>;
  let store: EventStore;
  beforeEach(async () => {
    engine = await makePostgresEngine();
    store = engine.open();
  });
  afterEach(async () => {
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

  /** Appends an event and leaves the transaction open. */
  const appendSlowly = async (stream: string, id: string): Promise<() => Promise<void>> => {
    const slow = await engine.database.pool.connect();
    await slow.query('BEGIN');
    await slow.query(
      `SELECT event_store.append('{2026-03-01}', '{1}', ARRAY[$1], '{-1}', '{1}', '{1}', '{1}',
         ARRAY[$2::uuid], '{t}', '{1}', '{NULL}', '{"{}"}', '{"{}"}')`,
      [stream, id],
    );
    return async () => {
      await slow.query('COMMIT');
      slow.release();
    };
  };

  it('a writer that has its positions but has not committed keeps all others back, readers see neither', async () => {
    const commit = await appendSlowly('case-slow', anEvent().id);
    const fast = store.append([anAppend('case-fast')], NOW);
    await until(waitingForALock, { what: 'the fast writer to wait' });
    expect(await store.readAll(0n, 10)).toEqual([]);
    expect(await store.head()).toBe(0n);

    await commit();
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

  const id = '0b9a6a3c-6f0b-5d5e-9a55-0d8f3a0c1e11';
  it.each([
    ['the stream to be empty', anAppend('case-1', { expected: 'noStream' }), { conflicts: [{ actual: 0n }] }],
    ['nothing of the stream', anAppend('case-1'), [{ revision: 1n, stored: true }]],
    [
      'its own event to be stored once',
      anAppend('case-1', { events: [anEvent({ id })] }),
      [{ stored: false }],
    ],
    ['the id to be free', anAppend('case-2', { events: [anEvent({ id })] }), { ids: [id] }],
  ])(
    'who waits for a writer is judged by what that one has stored: expects %s',
    async (_what, call, outcome) => {
      const commit = await appendSlowly('case-1', id);
      const overtaken = store.append([call], NOW).catch((error: unknown) => error);
      await until(waitingForALock, { what: 'the writer to wait' });
      await commit();
      expect(await overtaken).toMatchObject(outcome);
      await expectUnbroken(store, await store.readAll(0n, 10));
    },
  );
});
