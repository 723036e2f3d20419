import fc from 'fast-check';
import { perturberOf } from '../cell-key/perturb';
import { DEFAULT_PARAMETERS } from '../perturbation/parameters';
import { makePerturbationTable } from '../perturbation/perturbation-table';
import type { PublishedCell } from '../release/published-cells';
import { attackRelease, type Target } from './campaign';
import { possibleUnder } from './count-range';
import { repeatableChance } from './testing/repeatable-chance';
import { tighten, type Excess, type Sum } from './ranges';
import type { Solver } from './solver';

const table = makePerturbationTable(DEFAULT_PARAMETERS);
const possible = possibleUnder(table);

describe('what may be behind a published count', () => {
  it.each([
    [0, { low: 0, high: 5 }],
    [3, { low: 1, high: 8 }],
    [6, { low: 1, high: 11 }],
    [100, { low: 95, high: 105 }],
  ])('of %d is %j', (published, range) => {
    expect(possible(published)).toEqual(range);
  });

  it('always holds the true count', () => {
    const perturb = perturberOf(table);
    const keys = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
    fc.assert(
      fc.property(fc.nat(300), keys, (count, key) => {
        const { low, high } = possible(perturb(count, key));
        expect(low <= count && count <= high).toBe(true);
      }),
    );
  });
});

describe('adding up', () => {
  const narrowed = (
    ends: readonly (readonly [number, number])[],
    sums: readonly Sum[],
    excesses: readonly Excess[] = [],
  ): number[][] => {
    const low = Float64Array.from(ends, ([least]) => least);
    const high = Float64Array.from(ends, ([, most]) => most);
    tighten({ low, high }, sums, excesses);
    return ends.map((_, i) => [low[i] ?? NaN, high[i] ?? NaN]);
  };

  it('leaves a part what the total leaves of the others', () => {
    const sum = { total: 0, parts: [1, 2] };
    expect(
      narrowed(
        [
          [10, 12],
          [3, 20],
          [4, 6],
        ],
        [sum],
      ),
    ).toEqual([
      [10, 12],
      [4, 8],
      [4, 6],
    ]);
  });

  it('keeps what is more than another above it', () => {
    expect(
      narrowed(
        [
          [0, 5],
          [2, 9],
        ],
        [],
        [{ more: 0, less: 1 }],
      ),
    ).toEqual([
      [3, 5],
      [2, 4],
    ]);
  });
});

describe('an attacker', () => {
  const areas = ['A', 'B', 'C', 'D', 'E'].map((code) => ({
    code,
    name: code,
    parent: null,
    kind: 'quarter',
  }));
  const chain = { title: { de: '', en: '' }, versions: [] };
  const at = (cube: string, by: PublishedCell['by'], n: number): PublishedCell => ({
    cube,
    by,
    measure: 'scope',
    stage: '',
    value: 'present',
    n,
  });
  const cubes = ['drop-offs:all', 'drop-offs:area@quarter'];
  const target = (cells: readonly PublishedCell[]): Target => ({
    cubes,
    cells,
    definitions: { chain, areas },
    table,
    earlier: [],
    truths: null,
  });
  const givenUp: Solver = () => ({ solve: () => 'unknown', close: () => undefined });
  const weapons = { solver: givenUp, chance: repeatableChance(1) };
  const attack = (cells: readonly PublishedCell[]): ReturnType<typeof attackRelease> =>
    attackRelease(target(cells), { ...weapons, drift: 0, threshold: 5 });

  it('knows all where as many areas show something as the town can hold', () => {
    // The town is missing: it holds five at most. Each area that shows something holds one at least.
    const { outsider } = attack(areas.map(({ code }) => at('drop-offs:area@quarter', { area: code }, 3)));
    expect(outsider?.pinned.map(({ cell, bounds }) => [cell.by.area, bounds.certain])).toEqual(
      areas.map(({ code }) => [code, { low: 1, high: 1 }]),
    );
  });

  it('knows nothing for sure where a larger town hides them', () => {
    const { outsider, insider } = attack([
      at('drop-offs:all', {}, 9),
      at('drop-offs:area@quarter', { area: 'A' }, 4),
    ]);
    expect([outsider?.known, insider?.known]).toEqual([0, 0]);
    expect([outsider?.undecided, insider?.undecided]).toEqual([[], []]);
  });

  it('takes an earlier release of nearly the same children for a second draw', () => {
    const [now, before] = [[at('drop-offs:all', {}, 9)], [at('drop-offs:all', {}, 20)]];
    const campaign = { ...weapons, drift: 1, threshold: 5 };
    // 9 may be 4 to 14, 20 may be 15 to 25: with one child come or gone only 14 is left.
    const { outsider } = attackRelease({ ...target(now), earlier: [before] }, campaign);
    expect(outsider?.known).toBe(1);
    // 32 may be 27 to 37: more children must have come, so the earlier release says nothing.
    const far = attackRelease({ ...target([at('drop-offs:all', {}, 32)]), earlier: [before] }, campaign);
    expect(far.outsider).toMatchObject({ known: 0, contradictions: 0 });
  });

  it('who knows the births of each year knows who cannot have entered school, without a solver', () => {
    const version = {
      version: 1,
      validForBirthsFrom: '0000-01',
      schoolYear: { age: 6, cutoffMonth: 9, startMonth: 8 },
      stages: [],
    };
    const born = at('drop-offs:birthYear', { birthYear: 2014 }, 20);
    const entered = at('drop-offs:schoolYear', { schoolYear: 2020 }, 20);
    const { totals } = attackRelease(
      {
        ...target([born, entered]),
        cubes: ['drop-offs:birthYear', 'drop-offs:schoolYear'],
        definitions: { chain: { ...chain, versions: [version] }, areas },
        truths: [born, entered],
      },
      { ...weapons, stages: [''], drift: 0, threshold: 5 },
    );
    // Present, moved out and died of 2013 and 2015, and of the school years in which only they can be: 2019 and 2022.
    expect(totals).toMatchObject({ known: 12, undecided: [], pinned: [] });
  });
});
