import fc from 'fast-check';
import type { CountRange } from './count-range';
import type { Program } from './program';
import { searchBounds } from './search';
import type { OpenProgram } from './solver';
import { anyChance, repeatableChance } from './testing/repeatable-chance';
import { everySpread, sumOver, tryingSolver } from './testing/trying-solver';

const PLACES = [0, 1, 2, 3];
/** No place holds more: each is a cell of its own. */
const MOST = 3;

/** What is published of four places with so many children: of each alone and of some together, nearly exactly. */
const programs: fc.Arbitrary<Program> = fc
  .record({
    children: fc.array(fc.nat(MOST), { minLength: 4, maxLength: 4 }),
    others: fc.array(fc.subarray(PLACES, { minLength: 2 }), { minLength: 2, maxLength: 4 }),
    slacks: fc.array(fc.tuple(fc.nat(2), fc.nat(2)), { minLength: 8, maxLength: 8 }),
  })
  .map(({ children, others, slacks }) => {
    const members = [...PLACES.map((place) => [place]), ...others];
    const ranges = members.map((inside, set) => {
      const held = sumOver(inside, children);
      const [below, above] = slacks[set] ?? [0, 0];
      const high = held + above;
      return { low: Math.max(held - below, 0), high: inside.length === 1 ? Math.min(high, MOST) : high };
    });
    return { places: 4, cells: members.length, members, ranges };
  });

const contains = (outer: CountRange, inner: CountRange): boolean =>
  outer.low <= inner.low && inner.high <= outer.high;

describe('a search, beside trying every way to spread the children', () => {
  it('pins the same cells, excludes nothing that is possible, and takes nothing for possible that is not', () => {
    fc.assert(
      fc.property(programs, anyChance, (program, chance) => {
        const every = [...everySpread(program, MOST)];
        const bounds = searchBounds(program, { solver: tryingSolver(MOST), chance });
        for (const [cell, inside] of program.members.entries()) {
          const counts = every.map((children) => sumOver(inside, children));
          const truly = { low: Math.min(...counts), high: Math.max(...counts) };
          const { possible, certain } = bounds?.[cell] ?? { possible: null, certain: { low: 0, high: 0 } };
          expect(certain.low === certain.high).toBe(truly.low === truly.high);
          expect(possible?.low === possible?.high).toBe(truly.low === truly.high);
          expect(contains(certain, truly)).toBe(true);
          expect(possible !== null && contains(truly, possible)).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('says that there is no way, where sums contradict each other', () => {
    // Three numbers of which each two add up to one.
    const members = [
      [0, 1],
      [1, 2],
      [0, 2],
    ];
    const ranges = members.map(() => ({ low: 1, high: 1 }));
    const weapons = { solver: tryingSolver(1), chance: repeatableChance(1) };
    expect(searchBounds({ places: 3, cells: 3, members, ranges }, weapons)).toBeNull();
  });

  it('leaves open what it cannot find and the solver gives up on, and never takes it for possible', () => {
    const members = [[0], [1], [0, 1]];
    const [one, any] = [
      { low: 1, high: 1 },
      { low: 0, high: 1 },
    ];
    const solver = (): OpenProgram => ({ solve: () => 'unknown', close: () => undefined });
    const weapons = { solver, chance: repeatableChance(1) };
    const bounds = searchBounds(
      { places: 2, cells: 3, members, ranges: [any, { low: 0, high: 0 }, one] },
      weapons,
    );
    expect(bounds?.[0]).toEqual({ possible: one, certain: any });
  });
});
