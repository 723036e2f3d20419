import fc from 'fast-check';
import { monthOf, yearOf } from '../month';
import { sumUp } from '../testing/sorted-sums';
import { curveCountKey, packCurveCounts, unpackCurveCounts } from './curve-counts';

const YEAR = 2015;
const counted = fc.record({
  birth: fc.integer({ min: monthOf(YEAR, 1), max: monthOf(YEAR, 12) }),
  offset: fc.integer({ min: -2047, max: 2047 }),
  t: fc.integer({ min: 0, max: 2047 }),
  series: fc.oneof(fc.nat({ max: 8 }), fc.nat({ max: 2 ** 26 - 1 })),
  n: fc.integer({ min: -1_000_000, max: 1_000_000 }),
});
type Counted = typeof counted extends fc.Arbitrary<infer T> ? T : never;

const packed = (list: readonly Counted[], before?: Uint8Array): Buffer => {
  const sums = sumUp(list, ({ birth, offset, t, series }) => curveCountKey(birth, birth + offset, t, series));
  return packCurveCounts(sums, before);
};

describe('packed counts of a birth year', () => {
  it('give back every sum, whatever was packed before and whatever the order of adding', () => {
    fc.assert(
      fc.property(fc.array(counted), fc.array(counted), (before, added) => {
        const sums = new Map<string, number>();
        for (const { birth, offset, t, series, n } of [...added, ...before]) {
          const key = [birth, birth + offset, t, series].join();
          sums.set(key, (sums.get(key) ?? 0) + n);
        }
        const read = new Map<string, number>();
        unpackCurveCounts(packed(added, packed(before)), YEAR, (birth, origin, t, series, n) => {
          expect(yearOf(birth)).toBe(YEAR);
          read.set([birth, origin, t, series].join(), n);
        });
        expect(read).toEqual(new Map([...sums].filter(([, n]) => n !== 0)));
      }),
    );
  });

  it('are nothing where all cancels out', () => {
    const taken = fc.array(counted).map((list) => list.map((one) => ({ ...one, n: -one.n })));
    fc.assert(
      fc.property(taken, (list) => {
        const opposite = list.map((one) => ({ ...one, n: -one.n }));
        expect(packed(list, packed(opposite))).toHaveLength(0);
      }),
    );
  });

  it('take no life of more than 170 years', () => {
    const birth = monthOf(YEAR, 1);
    for (const [origin, t] of [
      [birth, 2048],
      [birth + 2048, 0],
      [birth - 2048, 0],
      [birth, -1],
    ] as const)
      expect(() => curveCountKey(birth, origin, t, 0)).toThrow(RangeError);
  });
});
