import type { Logger } from '@lueckenlos/platform';
import { pino } from 'pino';
import { until } from '@lueckenlos/platform/testing';
import { runWhile } from '../testing/rounds';
import { appendNumbers, expectedTally, readTally, streamOf, tallyProjection } from '../testing/tally';
import { openWorkbench, type Workbench } from '../testing/workbench';
import { replayParked } from './parked';
import type { Projection } from './projection';

jest.setTimeout(30_000);

const STREAMS = 40;
const EVENTS = 3_000;

describe('an event that cannot be applied', () => {
  let bench: Workbench;
  let broken = new Set<number>();
  const tally = tallyProjection({ refuses: ({ data }) => broken.has(Number(data['number'])) });
  const replay = () => replayParked({ pool: bench.pool, store: bench.store, projection: tally });
  const numbers = async (): Promise<[string, boolean][]> =>
    (await bench.parked()).map(({ position, behind }) => [position, behind]);

  beforeEach(async () => {
    broken = new Set();
    bench = await openWorkbench();
    await appendNumbers(bench.store, { last: EVENTS, streams: STREAMS });
  });
  afterEach(() => bench.close());

  it('is found in a page of thousands and parked; later events of its case wait, all others go on', async () => {
    broken = new Set([1_234]);
    await bench.runner(tally, { pageSize: 10_000 }).catchUp();
    const parked = await bench.parked();
    expect(parked[0]).toEqual({
      position: '1234',
      stream: streamOf(1_234, STREAMS),
      behind: false,
      error: 'cannot be applied',
      attempts: 3,
    });
    const later = parked.slice(1);
    expect(later).toHaveLength(Math.floor((EVENTS - 1_234) / STREAMS));
    expect(later.every((event) => event.behind && event.stream === streamOf(1_234, STREAMS))).toBe(true);
    const others = ({ stream }: { stream: string }): boolean => stream !== streamOf(1_234, STREAMS);
    expect((await readTally(bench.pool, 1)).filter(others)).toEqual(
      expectedTally(EVENTS, STREAMS).filter(others),
    );
    expect((await bench.versions('tally'))[0]).toMatchObject({ state: 'live', position: String(EVENTS) });
  });

  it('is applied with those behind it, in order, by a replay after the repair', async () => {
    broken = new Set([100, 101, 2_000]);
    const runner = bench.runner(tally, { pageSize: 700 });
    await runner.catchUp();
    expect((await numbers()).filter(([, behind]) => !behind)).toEqual([
      ['100', false],
      ['101', false],
      ['2000', false],
    ]);

    broken = new Set();
    const parked = (await bench.parked()).length;
    expect(await replay()).toEqual({ replayed: parked, stillParked: 0 });
    expect(await readTally(bench.pool, 1)).toEqual(expectedTally(EVENTS, STREAMS));
    expect(await replay()).toEqual({ replayed: 0, stillParked: 0 });

    await appendNumbers(bench.store, { first: EVENTS + 1, last: EVENTS + 100, streams: STREAMS });
    await runner.catchUp();
    expect(await readTally(bench.pool, 1)).toEqual(expectedTally(EVENTS + 100, STREAMS));
  });

  it('stays parked when it fails again, and the next one of its case then counts the attempts', async () => {
    broken = new Set([100, 140]);
    await bench.runner(tally).catchUp();
    broken = new Set([140]);
    expect(await replay()).toMatchObject({ replayed: 1 });
    expect((await bench.parked()).slice(0, 2)).toMatchObject([
      { position: '140', behind: false, error: 'cannot be applied', attempts: 1 },
      { position: '180', behind: true, attempts: 0 },
    ]);
    await replay();
    expect((await bench.parked())[0]).toMatchObject({ position: '140', attempts: 2 });
  });

  it('is replayed once by operators who ask at the same moment, while events keep coming', async () => {
    broken = new Set([1, 2, 3, 4, 5]);
    const runner = bench.runner(tally, { pageSize: 50 });
    await runner.catchUp();
    broken = new Set();
    await runWhile(runner, async () => {
      const more = appendNumbers(bench.store, { first: EVENTS + 1, last: EVENTS + 400, streams: STREAMS });
      // More of them than the pool has connections.
      await Promise.all(Array.from({ length: 15 }, replay));
      await more;
      await until(async () => (await bench.versions('tally'))[0]?.position === String(EVENTS + 400));
    });
    await replay();
    expect(await readTally(bench.pool, 1)).toEqual(expectedTally(EVENTS + 400, STREAMS));
  });

  it('leaves no trace of its content in the log or in what is kept about it', async () => {
    const lines: string[] = [];
    const logger: Logger = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
    const leaking: Projection = {
      ...tally,
      apply: (events, tx) =>
        events.some(({ position }) => position === 42n)
          ? Promise.reject(Object.assign(new Error('value "secret" is wrong'), { code: '22P02' }))
          : tally.apply(events, tx),
    };
    await bench.runner(leaking, { pageSize: 500, logger }).catchUp();
    expect((await bench.parked())[0]).toMatchObject({ position: '42', error: 'Error 22P02' });
    expect(lines.join()).toContain('event parked');
    expect(lines.join()).not.toMatch(/secret|case-/);
  });

  it('is no reason to park anything where only the database was away for a moment', async () => {
    // More often than it takes to find one event in a page and to give it up.
    let failures = 30;
    const away: Projection = {
      ...tally,
      apply: (events, tx) =>
        events.some(({ position }) => position === 7n) && failures-- > 0
          ? Promise.reject(new Error('Client has encountered a connection error and is not queryable'))
          : tally.apply(events, tx),
    };
    await runWhile(bench.runner(away, { pageSize: 1_000, pollMs: 1 }), async () => {
      await until(async () => (await bench.versions('tally'))[0]?.position === String(EVENTS));
    });
    expect(await bench.parked()).toEqual([]);
    expect(await readTally(bench.pool, 1)).toEqual(expectedTally(EVENTS, STREAMS));
  });
});
