import { MemoryEventStore } from '@lueckenlos/event-store';
import { reached } from '../testing/events';
import { identityOfAgency, short, TestRecording } from '../testing/recording';

const KITA = reached('kita', '2015-08');

describe('a delivery', () => {
  it('gets a receipt for every row that is in, in the order of the rows', async () => {
    const recording = new TestRecording();
    const results = await recording.send([
      reached('kita', '2015-08', { id: 'a', subject: 'c1' }),
      reached('kita', '2015-08', { id: 'b', subject: 'c2' }),
      reached('school', '2018-08', { id: 'c', subject: 'c1' }),
    ]);
    expect(results.map(({ index, id, receipt }) => [index, id, receipt?.stream, receipt?.revision])).toEqual([
      [0, 'a', 'case-c1', 0n],
      [1, 'b', 'case-c2', 0n],
      [2, 'c', 'case-c1', 1n],
    ]);
    expect(new Set(results.map(({ receipt }) => receipt?.position))).toEqual(new Set([1n, 2n, 3n]));
    expect(results[0]?.receipt?.recordedAt).toBe(recording.now.toISOString());
  });

  it('stores no day, no time and nothing that is unknown', async () => {
    const recording = new TestRecording();
    await recording.send([
      reached('kita', '2015-08-17', { time: '2015-08-17T08:00:00Z' }, { area: null, povertyRisk: false }),
    ]);
    const [event] = await recording.store.readStream('case-c1');
    expect(event?.data).toEqual({ stage: 'kita', occurredOn: '2015-08', povertyRisk: false });
    expect(JSON.stringify(event?.metadata)).not.toMatch(/2015-08-17/);
  });

  it('is known on arrival, or since when a sender who may say so says', async () => {
    const recording = new TestRecording();
    await recording.send([
      reached('kita', '2015-08', { id: 'a' }),
      reached('kita', '2015-08', { id: 'b', knownat: '2015-09-01T02:00:00+02:00' }),
    ]);
    const events = await recording.store.readStream('case-c1');
    expect(events.map(({ metadata }) => metadata.knownAt)).toEqual([
      recording.now.toISOString(),
      '2015-09-01T00:00:00.000Z',
    ]);
  });

  it('may come twice: the second time it gets the first receipt and its warnings, and changes nothing', async () => {
    const recording = new TestRecording();
    const rows = [reached('birth', '2016-01', { id: 'a' }), reached('kita', '2015-08', { id: 'b' })];
    const first = await recording.send(rows);
    recording.now = new Date('2026-03-16T00:00:00Z');
    const second = await recording.send(rows);
    expect(first.map(short)).toEqual(['accepted', 'accepted before-birth']);
    expect(second.map(short)).toEqual(['duplicate', 'duplicate before-birth']);
    expect(second.map(({ receipt }) => receipt)).toEqual(first.map(({ receipt }) => receipt));
    expect(second[1]?.warnings).toEqual(first[1]?.warnings);
    expect(await recording.stored()).toBe(2);
  });

  it('may hold a row twice', async () => {
    const recording = new TestRecording();
    const [first, second] = await recording.send([KITA, reached('kita', '2015-08-31')]);
    expect([first?.outcome, second?.outcome]).toEqual(['accepted', 'duplicate']);
    expect(second?.receipt).toEqual(first?.receipt);
    expect(await recording.stored()).toBe(1);
  });

  it('is refused where an id was used for other content, before or in an earlier row', async () => {
    const recording = new TestRecording();
    await recording.send([KITA]);
    const results = await recording.send([
      reached('kita', '2015-09'),
      reached('kita', '2015-08', { id: 'new' }),
      reached('kita', '2015-09', { id: 'new' }),
    ]);
    expect(results.map(short)).toEqual([
      'rejected same-id-different-content',
      'accepted',
      'rejected same-id-different-content',
    ]);
  });

  it("is free to use another sender's ids", async () => {
    const recording = new TestRecording();
    await recording.send([KITA]);
    const other = reached('kita', '2015-09', { source: '/agencies/job-centre' });
    expect((await recording.send([other], {}, identityOfAgency('job-centre'))).map(short)).toEqual([
      'accepted',
    ]);
  });

  it('passes on what was wrong before a row could be parsed', async () => {
    const recording = new TestRecording();
    const faults = [{ code: 'recording.broken-json', pointer: '' }];
    expect(await recording.sendRows([{ index: 7, faults }])).toEqual([
      { index: 7, id: null, outcome: 'rejected', faults },
    ]);
  });
});

describe('a delivery that is all or nothing', () => {
  it('stores nothing with one bad row, and says so of the good ones', async () => {
    const recording = new TestRecording();
    const results = await recording.send([KITA, KITA, reached('x', '2015-08', { id: 'b' })], { mode: 'all' });
    expect(results.map(short)).toEqual([
      'rejected batch-refused',
      'rejected batch-refused',
      'rejected unknown-stage',
    ]);
    expect(await recording.stored()).toBe(0);
  });

  it('counts a row that only the log shows to be bad', async () => {
    const recording = new TestRecording();
    await recording.send([KITA, reached('kita', '2015-08', { id: 'old' })]);
    const rows = [
      reached('kita', '2016-08'),
      reached('kita', '2015-08', { id: 'new' }),
      reached('kita', '2015-08', { id: 'old' }),
    ];
    const results = await recording.send(rows, { mode: 'all' });
    expect(results.map(short)).toEqual([
      'rejected same-id-different-content',
      'rejected batch-refused',
      'duplicate',
    ]);
    expect(await recording.stored()).toBe(2);
  });

  it('is stored where every row is good', async () => {
    const recording = new TestRecording();
    expect((await recording.send([KITA], { mode: 'all' })).map(short)).toEqual(['accepted']);
  });
});

describe('a dry run', () => {
  it('gives the same report without receipts and stores nothing', async () => {
    const rows = [KITA, KITA, reached('x', '2015-08', { id: 'b' }), reached('kita', '2015-09')];
    const dry = new TestRecording();
    const wet = new TestRecording();
    const report = await dry.send(rows, { dryRun: true });
    expect(report.map(short)).toEqual((await wet.send(rows)).map(short));
    expect(report.every(({ receipt }) => receipt === undefined)).toBe(true);
    expect(await dry.stored()).toBe(0);
  });
});

describe('a stage that was defined a moment ago', () => {
  it('is accepted: the definitions are read again before anything is refused, once for a delivery', async () => {
    const recording = new TestRecording();
    recording.vocabulary.newStages = ['training'];
    const rows = ['training', 'training', 'nonsense'].map((stage, at) =>
      reached(stage, '2015-08', { id: `r${at}` }),
    );
    expect((await recording.send(rows)).map(short)).toEqual([
      'accepted',
      'accepted',
      'rejected unknown-stage',
    ]);
    expect(recording.vocabulary.refreshed).toBe(1);
  });
});

/** Lets another delivery in between the look at the log and the append. */
class RacingStore extends MemoryEventStore {
  before: (() => Promise<unknown>) | null = null;

  override async append(
    ...call: Parameters<MemoryEventStore['append']>
  ): ReturnType<MemoryEventStore['append']> {
    const race = this.before;
    this.before = null;
    await race?.();
    return super.append(...call);
  }
}

describe('two deliveries at the same time', () => {
  it('that share rows store each once, and every sender learns what became of each row', async () => {
    const store = new RacingStore();
    const recording = new TestRecording(store);
    store.before = () =>
      recording.send([reached('kita', '2015-08', { id: 'a' }), reached('kita', '2015-10', { id: 'c' })]);
    const results = await recording.send(['a', 'b', 'c'].map((id) => reached('kita', '2015-08', { id })));
    expect(results.map(short)).toEqual(['duplicate', 'accepted', 'rejected same-id-different-content']);
    expect(await recording.stored()).toBe(3);
  });

  it('of one id with different content: the second is told, though the store took it for a repeat', async () => {
    const store = new RacingStore();
    const recording = new TestRecording(store);
    store.before = () => recording.send([reached('kita', '2015-10')]);
    expect((await recording.send([KITA])).map(short)).toEqual(['rejected same-id-different-content']);
  });
});
