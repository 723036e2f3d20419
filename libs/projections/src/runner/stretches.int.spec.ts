import { AGGREGATES } from '../aggregates/aggregates';
import { countFiles } from '../case-files/count-files';
import { dropOffs } from '../drop-offs/drop-offs.projection';
import { randomOf } from '../testing';
import { breaking } from '../testing/breaking';
import { readCases, readCube } from '../testing/cube';
import { readCurves } from '../testing/curves';
import { appendDeliveries, randomPopulation } from '../testing/population';
import { pageByPage } from '../testing/rounds';
import { openWorkbench, type Workbench } from '../testing/workbench';
import { ProjectionError } from './projection-error';
import type { Bulk, Projection } from './projection';
import { startRebuild } from './versions';

jest.setTimeout(60_000);

const population = randomPopulation(randomOf(20_260_305), 90);
const [history, later] = [population.slice(0, 300), population.slice(300)];
/** So little that each page is a stretch of its own. */
const SMALL = { pageSize: 40, stretchBytes: 1 };
/** Counts in many parts, each written in several goes. */
const inParts: Projection = {
  ...dropOffs,
  bulk: {
    ...(dropOffs.bulk as Bulk),
    count: (tx, reader) => countFiles(tx, reader, AGGREGATES, { page: 2, differences: 300, part: 4 }),
  },
};

interface Standing {
  readonly version: number;
  readonly state: string;
  readonly position: string;
  readonly gathered: string;
}

describe('a read model that is filled by stretches', () => {
  let bench: Workbench;
  let head: string;

  beforeEach(async () => {
    bench = await openWorkbench();
    await appendDeliveries(bench.store, history);
    head = String(await bench.store.head());
  });
  afterEach(() => bench.close());

  const standings = async (): Promise<Standing[]> =>
    (
      await bench.pool.query<Standing>(
        'SELECT version, state, position, gathered FROM projections.version ORDER BY version',
      )
    ).rows;
  const contents = async (version: number): Promise<unknown[]> => [
    await readCube(bench.pool, version),
    await readCurves(bench.pool, version),
    await readCases(bench.pool, version),
  ];
  async function expectedContents(): Promise<unknown[]> {
    const { version } = await startRebuild(bench.pool, dropOffs);
    await bench.runner(pageByPage(dropOffs)).catchUp();
    return contents(version);
  }

  /** What an operator sees after each step. */
  async function stepsOf(work: (onPage: () => void) => Promise<unknown>): Promise<Standing[][]> {
    const seen: Promise<Standing[]>[] = [];
    await work(() => void seen.push(standings()));
    return Promise.all(seen);
  }

  it('says how far it has read, has no answers until all is counted, and is then as page by page', async () => {
    const seen = await stepsOf((onPage) => bench.runner(dropOffs, { ...SMALL, onPage }).catchUp());
    const gathered = seen.map(([one]) => Number(one?.gathered));
    expect(gathered.slice(0, 3)).toEqual([40, 80, 120]);
    expect(gathered).toEqual([...gathered].sort((a, b) => a - b));
    const positions = seen.map(([one]) => one?.position);
    expect([...new Set(positions)]).toEqual(['0', head]);
    expect(await contents(1)).toEqual(await expectedContents());
  });

  it('goes on from its last stretch, or while it counts, when its runner is stopped', async () => {
    let starts = 0;
    for (let position = '0'; position === '0'; starts++) {
      const stop = new AbortController();
      await bench.runner(inParts, { ...SMALL, onPage: () => stop.abort() }).run(stop.signal);
      const [version] = await standings();
      expect(Number(version?.gathered)).toBe(Math.min(40 * (starts + 1), Number(head)));
      position = version?.position ?? '';
    }
    const parts = starts - Math.ceil(Number(head) / 40);
    expect(parts).toBeGreaterThan(5);
    expect(await contents(1)).toEqual(await expectedContents());
  });

  it('beside the live version takes its place when all is counted', async () => {
    await bench.runner(dropOffs).catchUp();
    const { version } = await startRebuild(bench.pool, dropOffs);
    const seen = await stepsOf((onPage) => bench.runner(dropOffs, { ...SMALL, onPage }).catchUp());
    const live = seen.map((rows) => rows.filter(({ state }) => state === 'live'));
    expect(live.flat().every(({ position }) => position === head)).toBe(true);
    expect((await standings()).map(({ state }) => state)).toEqual(['retired', 'live']);
    expect(await contents(version)).toEqual(await contents(1));
  });

  it('takes what came meanwhile in one step, however many pages that is', async () => {
    await bench.runner(dropOffs).catchUp();
    await appendDeliveries(bench.store, later);
    const steps: number[] = [];
    const onPage = (_: unknown, events: number): void => void steps.push(events);
    await bench.runner(dropOffs, { pageSize: 40, onPage }).catchUp();
    expect(steps).toEqual([Number(await bench.store.head()) - Number(head), 0]);
    expect(await contents(1)).toEqual(await expectedContents());
  });

  it('is filled by two workers at once as by one', async () => {
    const workers = [
      bench.runner(dropOffs, SMALL),
      bench.runner(dropOffs, { ...SMALL, ...bench.otherProcess() }),
    ];
    await Promise.all(workers.map((worker) => worker.catchUp()));
    expect((await standings()).map(({ position }) => position)).toEqual([head]);
    expect(await contents(1)).toEqual(await expectedContents());
  });

  it('stops at an event that cannot be applied where it is a build; the live version is not touched', async () => {
    await bench.runner(dropOffs).catchUp();
    await startRebuild(bench.pool, dropOffs);
    const broken = breaking(dropOffs, (events) => {
      if (events.some(({ position }) => position === 150n)) throw new ProjectionError('cannot be applied');
    });
    await bench.runner(broken, SMALL).catchUp();
    expect(await standings()).toMatchObject([
      { state: 'live', position: head },
      { state: 'failed', position: '0', gathered: '120' },
    ]);
    expect((await bench.versions('drop-offs'))[1]?.error).toBe('cannot be applied');
  });

  it('parks an event that cannot be applied where it is the first version, and begins again page by page', async () => {
    const broken = breaking(dropOffs, (events) => {
      if (events.some(({ position }) => position === 150n)) throw new ProjectionError('cannot be applied');
    });
    await bench.runner(broken, SMALL).catchUp();
    const parked = await bench.parked();
    expect(parked[0]).toMatchObject({ position: '150', behind: false, attempts: 3 });
    expect(parked.slice(1).every(({ behind, stream }) => behind && stream === parked[0]?.stream)).toBe(true);
    expect(await standings()).toMatchObject([{ state: 'live', position: head, gathered: head }]);
  });
});
