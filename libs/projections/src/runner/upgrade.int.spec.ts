import { appendNumbers, expectedTally, readTally, tallyProjection } from '../testing/tally';
import { openWorkbench, type Workbench } from '../testing/workbench';
import { startRebuild } from './versions';

const STREAMS = 20;

describe('a program whose read model has changed', () => {
  let bench: Workbench;
  const old = tallyProjection({ code: 1 });
  const changed = tallyProjection({ code: 2 });
  const states = async (): Promise<string[]> =>
    (await bench.versions('tally')).map(({ version, code, state }) => `${version} of code ${code} ${state}`);

  beforeEach(async () => {
    bench = await openWorkbench();
    await appendNumbers(bench.store, { last: 500, streams: STREAMS });
    await bench.runner(old).catchUp();
  });
  afterEach(() => bench.close());

  it('builds its own version while the old one keeps serving, then switches', async () => {
    const served: string[][] = [];
    const look = async (): Promise<void> => void served.push(await states());
    await bench.runner(tallyProjection({ code: 2, afterApply: look })).catchUp();
    expect(served[0]).toEqual(['1 of code 1 live', '2 of code 2 building']);
    expect(await states()).toEqual(['1 of code 1 retired', '2 of code 2 live']);
    expect(await readTally(bench.pool, 2)).toEqual(expectedTally(500, STREAMS));
    expect(await readTally(bench.pool, 1)).toEqual(expectedTally(500, STREAMS));
  });

  it('and one that has not can run side by side for a while, without turns of rebuilding', async () => {
    const [before, after] = [bench.runner(old), bench.runner(changed)];
    await after.catchUp();
    for (let round = 0; round < 3; round++) {
      await before.catchUp();
      await after.catchUp();
    }
    expect(await states()).toEqual(['1 of code 1 retired', '2 of code 2 live']);
  });

  it('replaces a build that a program of before left behind', async () => {
    await startRebuild(bench.pool, old);
    await bench.runner(changed).catchUp();
    expect(await states()).toEqual(['1 of code 1 retired', '2 of code 1 failed', '3 of code 2 live']);
    expect((await bench.versions('tally'))[1]?.error).toBe('replaced by a newer program');
  });

  it('does not try a build again and again that failed', async () => {
    const wrong = bench.runner(tallyProjection({ code: 2, refuses: ({ data }) => data['number'] === 7 }));
    for (let start = 0; start < 3; start++) await wrong.catchUp();
    expect(await states()).toEqual(['1 of code 1 live', '2 of code 2 failed']);
  });
});
