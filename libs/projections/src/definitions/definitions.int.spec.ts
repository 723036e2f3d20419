import { randomOf } from '../testing';
import { readCube, type Cube } from '../testing/cube';
import { readCurves } from '../testing/curves';
import { appendDeliveries, randomPopulation, systemEvent, type Delivery } from '../testing/population';
import { pageByPage } from '../testing/rounds';
import { sampleAreas, sampleChain } from '../testing/sample-chains';
import { openWorkbench, type Workbench } from '../testing/workbench';
import { dropOffs } from '../drop-offs/drop-offs.projection';

jest.setTimeout(30_000);

const chance = randomOf(20_260_303);
const records = randomPopulation(chance, 60).filter(({ stream }) => stream.startsWith('case-'));
const [early, late] = [records.slice(0, records.length >> 1), records.slice(records.length >> 1)];
const [old, one, two] = [sampleChain(chance), sampleChain(chance), sampleChain(chance)];

function defined(id: string, body: object, name = id): Delivery {
  const event = systemEvent(`chain ${name}`, 'lueckenlos.chain-defined.v1', { chain: id, ...body });
  return { stream: `chain-${id}`, event };
}

function areas(edition: object, name: string): Delivery {
  const event = systemEvent(`areas ${name}`, 'lueckenlos.areas-defined.v1', {
    municipality: 'T',
    ...edition,
  });
  return { stream: 'areas-T', event };
}

describe('a definition', () => {
  let bench: Workbench;

  beforeEach(async () => {
    bench = await openWorkbench();
  });
  afterEach(() => bench.close());

  const figuresOf = async ({ pool }: Workbench): Promise<Cube> =>
    new Map([...(await readCube(pool, 1)), ...(await readCurves(pool, 1))]);

  /** Cube and curves, page by page: a fill would file all cases and definitions before it counts any. */
  async function figuresAfter(history: readonly Delivery[], pageSize = 37): Promise<Cube> {
    const own = await openWorkbench();
    try {
      await appendDeliveries(own.store, history);
      await own.runner(pageByPage(dropOffs), { pageSize }).catchUp();
      expect(await own.parked()).toEqual([]);
      return await figuresOf(own);
    } finally {
      await own.close();
    }
  }

  it('of a chain counts all cases, whether it comes before them, amid them or after them', async () => {
    const before = await figuresAfter([defined('one', one), ...records]);
    const amid = await figuresAfter([...early, defined('one', one), ...late]);
    const after = await figuresAfter([...records, defined('one', one)], 1_000);
    expect(before.size).toBeGreaterThan(20);
    expect(amid).toEqual(before);
    expect(after).toEqual(before);
  });

  it('that replaces another in the middle leaves nothing of the old one behind', async () => {
    const changed = await figuresAfter([
      defined('one', old, 'old'),
      ...early,
      defined('one', one, 'new'),
      ...late,
    ]);
    expect(changed).toEqual(await figuresAfter([defined('one', one), ...records]));
    expect(changed).not.toEqual(await figuresAfter([defined('one', old), ...records]));
  });

  it('of a second chain touches nothing of the first', async () => {
    const both = await figuresAfter([defined('one', one), ...early, defined('two', two), ...late]);
    const alone = new Map([
      ...(await figuresAfter([defined('one', one), ...records])),
      ...(await figuresAfter([defined('two', two), ...records])),
    ]);
    expect(both).toEqual(alone);
  });

  it('of areas replaces the edition of the same month and stands beside the others', async () => {
    const edition = (validFrom: string): object => ({ ...sampleAreas(chance), validFrom });
    const last = edition('2011-01');
    const history = [areas(edition('1900-01'), 'a'), areas(edition('2011-01'), 'b'), areas(last, 'c')];
    await appendDeliveries(bench.store, history);
    await bench.runner(dropOffs, { pageSize: 2 }).catchUp();
    const { rows } = await bench.pool.query<{ valid_from: string; position: string; areas: unknown }>(
      'SELECT valid_from, position, areas FROM drop_offs_1.area_edition ORDER BY valid_from',
    );
    expect(rows).toMatchObject([
      { valid_from: '1900-01', position: '1' },
      { valid_from: '2011-01', position: '3', areas: (last as { areas: unknown }).areas },
    ]);
  });

  it('that no case could be folded under is parked itself, and no case is', async () => {
    const broken = { ...one, versions: one.versions.map(({ version }) => ({ version, stages: 'none' })) };
    await appendDeliveries(bench.store, [defined('two', two), defined('one', broken), ...records]);
    await bench.runner(dropOffs).catchUp();
    expect(await bench.parked()).toEqual([
      {
        position: '2',
        stream: 'chain-one',
        behind: false,
        error: 'is no chain that cases could be folded under',
        attempts: 3,
      },
    ]);
    expect(await figuresOf(bench)).toEqual(await figuresAfter([defined('two', two), ...records]));
  });

  it('and records one by one need no more series than there are', async () => {
    await appendDeliveries(bench.store, [defined('one', one), ...records]);
    await bench.runner(pageByPage(dropOffs), { pageSize: 1 }).catchUp();
    const { rows } = await bench.pool.query<{ last: number; count: string }>(
      'SELECT max(id) AS last, count(*) FROM drop_offs_1.series',
    );
    expect(String(rows[0]?.last)).toBe(rows[0]?.count);
  });
});
