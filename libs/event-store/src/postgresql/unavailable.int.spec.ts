import { createPool } from '@lueckenlos/platform';
import { until } from '@lueckenlos/platform/testing';
import { anAppend } from '../testing';
import { StoreFailedError, StoreUnavailableError } from '../errors';
import { PostgresEventStore } from './postgres-event-store';
import { startCutter } from '../testing/cutter';
import { makePostgresEngine, openStore } from './testing/postgres-engine';

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

describe('A database that falls silent while an append is on its way', () => {
  it('is waited for a while, its caller told that nobody knows, and the next connection goes on', async () => {
    const engine = await makePostgresEngine();
    const url = new URL(engine.database.url);
    const way = await startCutter(url.hostname, Number(url.port));
    url.host = way.address;
    const store = openStore(url.href, { silenceMs: 500 });
    await store.append([anAppend('case-1')], NOW);
    way.mute();
    const lost = [anAppend('case-2')];
    await expect(store.append(lost, NOW)).rejects.toBeInstanceOf(StoreUnavailableError);
    way.unmute();
    const [place] = await until(() => store.append(lost, NOW), { what: 'the store to go on' });
    expect(place).toMatchObject({ revision: 0n, position: 2n });
    await store.close();
    await way.close();
    await engine.drop();
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
