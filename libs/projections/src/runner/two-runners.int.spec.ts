import { until } from '@lueckenlos/platform/testing';
import { appendNumbers, expectedTally, readTally, tallyProjection } from '../testing/tally';
import { openWorkbench, type Workbench } from '../testing/workbench';
import { runWhile } from '../testing/rounds';

const [EVENTS, STREAMS] = [3_000, 50];

describe('two runners on one projection, in two processes', () => {
  let bench: Workbench;

  beforeEach(async () => {
    bench = await openWorkbench();
  });
  afterEach(() => bench.close());

  it('count every event once while events keep coming', async () => {
    const tally = tallyProjection();
    const pages: number[] = [];
    const counting = { pageSize: 70, pollMs: 1, onPage: (_: unknown, events: number) => pages.push(events) };
    const one = bench.runner(tally, counting);
    const other = bench.runner(tally, { ...counting, ...bench.otherProcess() });
    await runWhile(one, () =>
      runWhile(other, async () => {
        await appendNumbers(bench.store, { last: EVENTS, streams: STREAMS });
        await until(async () => (await bench.versions('tally'))[0]?.position === String(EVENTS));
      }),
    );
    expect(await readTally(bench.pool, 1)).toEqual(expectedTally(EVENTS, STREAMS));
    expect(pages.reduce((a, b) => a + b, 0)).toBe(EVENTS);
  });

  it('start at once on an empty database, and one version comes of it', async () => {
    await appendNumbers(bench.store, { last: 10, streams: 2 });
    const runners = [1, 2, 3, 4].map(() => bench.runner(tallyProjection(), bench.otherProcess()));
    await Promise.all(runners.map((runner) => runner.catchUp()));
    expect(await bench.versions('tally')).toMatchObject([{ version: 1, state: 'live', position: '10' }]);
    expect(await readTally(bench.pool, 1)).toEqual(expectedTally(10, 2));
  });

  it('wait for each other: the second has caught up only when the first has', async () => {
    await appendNumbers(bench.store, { last: 10, streams: 2 });
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    let inside = false;
    const slow = tallyProjection({ afterApply: () => ((inside = true), held) });
    const first = bench.runner(slow).catchUp();
    await until(() => inside);

    let done = false;
    const pages: number[] = [];
    const process = bench.otherProcess();
    let looks = 0;
    process.pool.on('acquire', () => looks++);
    const second = bench
      .runner(tallyProjection(), { ...process, onPage: (_, events) => pages.push(events) })
      .catchUp()
      .finally(() => (done = true));
    await until(() => looks >= 20);
    expect({ done, pages }).toEqual({ done: false, pages: [] });

    letGo();
    expect(await Promise.all([first, second])).toEqual([10n, 10n]);
    expect(await readTally(bench.pool, 1)).toEqual(expectedTally(10, 2));
  });
});
