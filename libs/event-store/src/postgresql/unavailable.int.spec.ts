import { createPool } from '@lueckenlos/platform';
import { anAppend } from '../testing';
import { StoreFailedError, StoreUnavailableError } from '../errors';
import { PostgresEventStore } from './postgres-event-store';
import { makePostgresEngine } from './testing/postgres-engine';

const NOW = new Date('2026-03-01T12:00:00.000Z');

/** PostgreSQL counts years to 294276, JavaScript to 275760, but writes them with a sign that PostgreSQL refuses. */
const UNSTORABLE_INSTANT = new Date(8.64e15);

describe('A database that is away', () => {
  it('is told as unavailable, with a code and a time to come back', async () => {
    const pool = createPool({ url: 'postgres://nobody@127.0.0.1:1/nothing' });
    const store = new PostgresEventStore(pool);
    const unavailable = {
      faults: [{ code: 'event-store.unavailable' }],
      status: 503,
      options: { retryAfterSeconds: 5 },
    };
    await expect(store.append([anAppend('case-1')], NOW)).rejects.toMatchObject(unavailable);
    await expect(store.readAll(0n, 1)).rejects.toBeInstanceOf(StoreUnavailableError);
    await store.waitBeyond(0n, 1);
    await store.close();
    await pool.end();
  });
});

describe('What the database refuses', () => {
  it('fails the caller who sent it and nobody whose append went with it, and quotes nothing', async () => {
    const engine = await makePostgresEngine();
    const store = engine.open();
    const appends = [NOW, UNSTORABLE_INSTANT, NOW].map((now, index) =>
      store.append([anAppend(`case-${index}`)], now),
    );
    const [before, refused, after] = await Promise.allSettled(appends);
    expect(before).toMatchObject({ value: [{ stream: 'case-0', position: 1n }] });
    expect(after).toMatchObject({ value: [{ stream: 'case-2', position: 2n }] });
    const reason: unknown = refused?.status === 'rejected' ? refused.reason : undefined;
    expect(reason).toBeInstanceOf(StoreFailedError);
    expect(JSON.stringify(reason)).not.toContain('275760');
    await store.close();
    await engine.drop();
  });
});
