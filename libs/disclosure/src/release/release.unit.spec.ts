import type { Cell, Observation } from '@lueckenlos/chain';
import { wilson, Z_95 } from '@lueckenlos/statistics';
import fc from 'fast-check';
import { cellKey } from '../cell-key/cell-key';
import { perturberOf } from '../cell-key/perturb';
import { DEFAULT_PARAMETERS } from '../perturbation/parameters';
import { makePerturbationTable } from '../perturbation/perturbation-table';
import { CellTally } from './cell-tally';
import { cubeName, cubeNamed, nearestCube, type CubeDefinition } from './cube';
import { protectedShare } from './protected-share';
import { cellsDigest, publishCells } from './published-cells';
import type { TrueCell } from './true-cell';

const TOWN: CubeDefinition = { kind: 'drop-offs', by: [], level: null };
const BY_DISTRICT: CubeDefinition = { kind: 'drop-offs', by: ['area'], level: 'district' };
const BY_YEAR: CubeDefinition = { kind: 'drop-offs', by: ['birthYear'], level: null };
const BY_BOTH: CubeDefinition = { kind: 'drop-offs', by: ['area', 'birthYear'], level: 'district' };
const FLOWS: CubeDefinition = { kind: 'flows', by: [], level: null };

const areaAt = (code: string): string | null => (code.startsWith('A') ? 'A' : null);

interface Child {
  readonly cell: Cell;
  readonly observations: Observation[];
  readonly key: bigint;
}

const child = (status: string, key: bigint, cell: Partial<Cell> = {}): Child => ({
  cell: { birthYear: 2015, schoolYear: 2021, area: 'A1', povertyRisk: null, ...cell },
  observations: [
    { measure: 'status', stage: 'kita', value: status },
    { measure: 'window', stage: 'kita', value: status === 'lost' ? 'missed' : 'reached' },
    { measure: 'next', stage: 'birth', value: status === 'lost' ? '' : 'kita' },
  ],
  key,
});

function tallyOf(children: readonly Child[]): CellTally {
  const tally = new CellTally();
  for (const { cell, observations, key } of children) tally.add(cell, observations, key);
  return tally;
}

const find = (cells: readonly TrueCell[], value: string, by: object = {}): TrueCell | undefined =>
  cells.find((cell) => cell.value === value && JSON.stringify(cell.by) === JSON.stringify(by));

describe('the cells of a table', () => {
  const children = [
    child('lost', 1n),
    child('reached_on_time', 2n),
    child('reached_on_time', 2n ** 64n - 1n, { area: 'B1' }),
  ];

  it('count cases and sum their keys, with every closed window as the base of the share reached', () => {
    const cells = tallyOf(children).cellsOf(TOWN, areaAt);
    expect(find(cells, 'lost')).toMatchObject({ cube: 'drop-offs:all', n: 1, key: 1n });
    expect(find(cells, 'reached')).toMatchObject({ n: 2, key: 1n });
    expect(find(cells, 'closed')).toMatchObject({ n: 3, key: 2n });
    expect(cells.some(({ measure }) => measure === 'next')).toBe(false);
  });

  it('are summed up to a level of areas; what lies in none is unknown', () => {
    const cells = tallyOf(children).cellsOf(BY_DISTRICT, areaAt);
    expect(find(cells, 'closed', { area: 'A' })).toMatchObject({ n: 2, key: 3n });
    expect(find(cells, 'closed', { area: 'unknown' })).toMatchObject({ n: 1 });
  });

  it('of flows are those of next stages', () => {
    expect(
      tallyOf(children)
        .cellsOf(FLOWS, areaAt)
        .map(({ value, n }) => [value, n]),
    ).toEqual([
      ['', 1],
      ['kita', 2],
    ]);
  });
});

const someChildren = fc.array(
  fc
    .record({
      status: fc.constantFrom('lost', 'reached_on_time', 'pending'),
      key: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
      area: fc.constantFrom('A1', 'A2', 'B1', null),
      birthYear: fc.constantFrom(2014, 2015),
    })
    .map(({ status, key, ...cell }) => child(status, key, cell)),
  { maxLength: 30 },
);

describe('a published table', () => {
  const perturb = perturberOf(makePerturbationTable(DEFAULT_PARAMETERS));
  const digestOf = (children: readonly Child[], cube: CubeDefinition): string =>
    cellsDigest(publishCells(tallyOf(children).cellsOf(cube, areaAt), perturb));

  it('depends on the set of cases, not on the order in which they came', () => {
    fc.assert(
      fc.property(someChildren, (children) => {
        for (const cube of [TOWN, BY_BOTH]) {
          expect(digestOf(children.toReversed(), cube)).toBe(digestOf(children, cube));
        }
      }),
    );
  });

  it('gives the same set of cases the same count in two tables', () => {
    fc.assert(
      fc.property(someChildren, (children) => {
        const sameYear = children.map((one) => ({ ...one, cell: { ...one.cell, birthYear: 2015 } }));
        const counts = (cube: CubeDefinition): unknown[] =>
          publishCells(tallyOf(sameYear).cellsOf(cube, areaAt), perturb).map(({ stage, value, n }) => [
            stage,
            value,
            n,
          ]);
        expect(counts(BY_YEAR)).toEqual(counts(TOWN));
      }),
    );
  });

  it('has the cell keys of the cases that are in its cells', () => {
    fc.assert(
      fc.property(someChildren, (children) => {
        const closed = find(tallyOf(children).cellsOf(TOWN, areaAt), 'closed');
        expect(closed?.key ?? 0n).toBe(cellKey(children.map(({ key }) => key)));
      }),
    );
  });

  it('has a digest that any changed count changes', () => {
    const cells = [
      { cube: 'x', by: { area: 'A' }, measure: 'status', stage: 's', value: 'lost', n: 3 },
    ] as const;
    expect(cellsDigest(cells.map((cell) => ({ ...cell, n: 4 })))).not.toBe(cellsDigest(cells));
    // sha256sum of the canonical text, by another program.
    expect(cellsDigest(cells)).toBe('80a651a1073cd3588d2e753e4e07cf972fd729a2de801730b468ccae319fb9e5');
  });
});

describe('the list of cubes', () => {
  const list = [TOWN, BY_YEAR, BY_DISTRICT, BY_BOTH, FLOWS];

  it('names each by its kind, dimensions and level', () => {
    expect(list.map(cubeName)).toEqual([
      'drop-offs:all',
      'drop-offs:birthYear',
      'drop-offs:area@district',
      'drop-offs:birthYear+area@district',
      'flows:all',
    ]);
    for (const cube of list) expect(cubeName(cubeNamed(cubeName(cube)))).toBe(cubeName(cube));
  });

  it.each<[CubeDefinition, CubeDefinition]>([
    [{ kind: 'drop-offs', by: ['birthYear', 'povertyRisk'], level: null }, BY_YEAR],
    [{ kind: 'drop-offs', by: ['area'], level: 'quarter' }, BY_DISTRICT],
    [{ kind: 'flows', by: ['area'], level: null }, FLOWS],
  ])('knows what is nearest to %j', (wanted, nearest) => {
    expect(nearestCube(list, wanted)).toBe(nearest);
  });

  it('knows nothing near where there is no table of the kind', () => {
    expect(nearestCube([TOWN], FLOWS)).toBeNull();
  });
});

describe('a protected share', () => {
  const options = { variance: 3, floor: 30, z: Z_95, interval: wilson };

  it('has an interval that is wider than without noise by the variance of a ratio', () => {
    const { value, lower, upper } = protectedShare(80, 100, options);
    // Wilson for 80 of 100: 0.7111708 to 0.8666331; noise 1.959964·√(3·1.64)/100 = 0.0434740.
    expect(value).toBe(0.8);
    expect(lower).toBeCloseTo(0.8 - Math.hypot(0.8 - 0.7111708, 0.043474), 6);
    expect(upper).toBeCloseTo(0.8 + Math.hypot(0.8666331 - 0.8, 0.043474), 6);
  });

  it('is hidden on a base below the floor, and never beyond 0 and 1', () => {
    expect(protectedShare(20, 29, options)).toMatchObject({ value: null, lower: null, belowFloor: true });
    expect(protectedShare(15, 30, options)).toMatchObject({ value: 0.5, belowFloor: false });
    expect(protectedShare(33, 31, options)).toMatchObject({ value: 1, upper: 1, belowFloor: false });
    expect(protectedShare(0, 31, options)).toMatchObject({ value: 0, lower: 0 });
    expect(protectedShare(0, 0, { ...options, floor: 0 })).toMatchObject({ value: null, belowFloor: true });
  });
});
