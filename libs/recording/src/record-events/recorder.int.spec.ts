import { eventStoreMigrations, PostgresEventStore } from '@lueckenlos/event-store';
import { createTestDatabase, until, type TestDatabase } from '@lueckenlos/platform/testing';
import fc from 'fast-check';
import { corrected, reached } from '../testing/events';
import { short, TestRecording } from '../testing/recording';

describe('recording on PostgreSQL', () => {
  let database: TestDatabase;
  let store: PostgresEventStore;
  let recording: TestRecording;

  beforeAll(async () => {
    database = await createTestDatabase(eventStoreMigrations);
    store = new PostgresEventStore(database.pool);
    recording = new TestRecording(store);
  });
  afterAll(async () => {
    await store.close();
    await database.drop();
  });

  it('judges by what was recorded before, wherever it stands', async () => {
    await recording.send([
      reached('birth', '2012-05', { id: 'birth', subject: 'a' }),
      corrected('birth', '2012-06', { id: 'moved', subject: 'a' }),
      corrected('c-3', '2015-08', { id: 'c-1', subject: 'a' }),
      reached('kita', '2015-08', { id: 'kita', subject: 'b' }),
    ]);
    const results = await recording.send([
      reached('kita', '2012-05', { id: 'early', subject: 'a' }),
      reached('kita', '2012-06', { id: 'in time', subject: 'a' }),
      corrected('c-1', '2015-08', { id: 'c-2', subject: 'a' }),
      corrected('c-2', '2015-08', { id: 'c-3', subject: 'a' }),
      corrected('kita', '2015-08', { id: 'foreign', subject: 'a' }),
      reached('kita', '2015-09', { id: 'kita', subject: 'b' }),
    ]);
    expect(results.map(short)).toEqual([
      'accepted before-birth',
      'accepted',
      'accepted',
      'rejected correction-cycle',
      'rejected target-in-another-case',
      'rejected same-id-different-content',
    ]);
  });

  it('keeps any text that passed the door as it was sent', async () => {
    const texts = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(texts, async (id) => {
        const [result] = await recording.send([reached('kita', '2015-08', { id, subject: 'texts' })]);
        if (result?.outcome === 'rejected') {
          expect(result.faults).toEqual([{ code: 'recording.bad-id', pointer: '/id' }]);
          return;
        }
        const stored = await store.readStream('case-texts', result?.receipt?.revision, 1);
        expect(stored[0]?.metadata.senderId).toBe(id);
      }),
      { numRuns: 60 },
    );
  });

  it('stores each row once however many deliveries of it come at the same time', async () => {
    const rows = Array.from({ length: 60 }, (_, at) =>
      reached('kita', '2015-08', { id: `race-${at}`, subject: `r${at % 7}` }),
    );
    const before = await recording.stored();
    const deliveries = [rows, rows.slice(20), [...rows].reverse(), rows.slice(0, 40), rows];
    const reports = await Promise.all(deliveries.map((delivery) => recording.send(delivery)));
    expect(await recording.stored()).toBe(before + rows.length);
    const results = reports.flat();
    expect(results.filter(({ outcome }) => outcome === 'accepted')).toHaveLength(rows.length);
    expect(results.filter(({ outcome }) => outcome === 'rejected')).toEqual([]);
    const receipts = new Map(reports[0]?.map(({ id, receipt }) => [id, receipt]));
    for (const { id, receipt } of results) expect(receipt).toEqual(receipts.get(id));
  });

  it('lets one of two contents of an id win, and tells everybody else', async () => {
    const months = ['2015-01', '2015-02', '2015-03', '2015-04'];
    const sent = months.map((month) =>
      recording.send([reached('kita', month, { id: 'contested', subject: 'z' })]),
    );
    const outcomes = (await Promise.all(sent)).flat().map(short).sort();
    expect(outcomes).toEqual([
      'accepted',
      ...months.slice(1).map(() => 'rejected same-id-different-content'),
    ]);
  });

  it('takes a delivery of thousands of rows in one append', async () => {
    const before = await recording.stored();
    const rows = Array.from({ length: 5_000 }, (_, at) =>
      reached('kita', '2015-08', { id: `many-${at}`, subject: `m${at % 900}` }),
    );
    const results = await recording.send(rows, { mode: 'all' });
    expect(results.every(({ outcome }) => outcome === 'accepted')).toBe(true);
    const positions = results
      .map(({ receipt }) => Number(receipt?.position))
      .sort((one, other) => one - other);
    expect(positions).toEqual(rows.map((_, at) => before + 1 + at));
  });

  it('refuses what comes when too much waits, with a time to come back, and stores all that waits', async () => {
    const busy = new PostgresEventStore(database.pool, { waiting: { calls: 5, events: 100 } });
    const crowded = new TestRecording(busy);
    const holder = await database.pool.connect();
    await holder.query('BEGIN');
    await holder.query('SELECT FROM event_store.head FOR UPDATE');
    const post = (subject: string) => crowded.send([reached('kita', '2015-08', { id: subject, subject })]);
    const held = post('held');
    const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    await until(async () => ((await database.pool.query(waiting)).rowCount ? true : undefined));
    const refused = await Promise.race(
      Array.from({ length: 20 }, (_, at) => post(`crowd-${at}`).catch((error: unknown) => error)),
    );
    expect(refused).toMatchObject({
      status: 503,
      faults: [{ code: 'event-store.busy' }],
      options: { retryAfterSeconds: 1 },
    });
    await holder.query('ROLLBACK');
    holder.release();
    expect((await held).map(short)).toEqual(['accepted']);
    await busy.close();
    const { rows } = await database.pool.query<{ n: number }>(
      "SELECT count(*)::integer AS n FROM event_store.event WHERE stream LIKE 'case-crowd-%'",
    );
    expect(rows[0]?.n).toBeGreaterThanOrEqual(1);
    expect(rows[0]?.n).toBeLessThan(20);
  });
});
