import fc from 'fast-check';
import { sumUp } from '../testing/sorted-sums';
import { addCounts, pageAt, unpackChanges, type PackedChanges } from './packed-changes';
import { changeKey, packChanges } from './series-changes';

const change = fc.record({
  // Few months and series, so that changes meet, and some far away.
  month: fc.oneof(fc.integer({ min: 24_000, max: 24_030 }), fc.integer({ min: 0, max: 119_999 })),
  series: fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 65_535 })),
  n: fc.oneof(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -1_000_000, max: 1_000_000 })),
});
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;
const manyChanges = fc.array(change, { maxLength: 400, size: 'max' });

const packed = (changes: readonly Change[], before?: PackedChanges): PackedChanges =>
  packChanges(
    sumUp(changes, ({ month, series }) => changeKey(month, series)),
    before,
  );

/** Sums by a key, without those that are nothing. */
function sums(changes: readonly Change[], keyOf: (change: Change) => string): Map<string, number> {
  const found = new Map<string, number>();
  for (const one of changes) found.set(keyOf(one), (found.get(keyOf(one)) ?? 0) + one.n);
  return new Map([...found].filter(([, n]) => n !== 0).sort());
}

describe('packed changes', () => {
  it('give back every sum, in order of month, whatever the order of adding', () => {
    fc.assert(
      fc.property(manyChanges, (added) => {
        const read: Change[] = [];
        unpackChanges(packed(added), (month, series, n) => read.push({ month, series, n }));
        expect(read.map(({ month }) => month)).toEqual(read.map(({ month }) => month).sort((a, b) => a - b));
        const key = ({ month, series }: Change): string => `${month} ${series}`;
        expect(new Map(read.map((one) => [key(one), one.n] as const).sort())).toEqual(sums(added, key));
      }),
      { numRuns: 40 },
    );
  });

  it('packed on top of earlier ones are those of all', () => {
    fc.assert(
      fc.property(manyChanges, manyChanges, (before, more) => {
        expect(packed(more, packed(before))).toEqual(packed([...before, ...more]));
      }),
      { numRuns: 20 },
    );
  });

  it('give the counts at any month out of one page', () => {
    fc.assert(
      fc.property(manyChanges, fc.integer({ min: 23_999, max: 24_031 }), (added, asOf) => {
        const counts: number[] = [];
        const page = pageAt(packed(added), asOf);
        if (page) addCounts(page, asOf, counts);
        const counted = Object.entries(counts).filter(([, n]) => n !== 0);
        const upTo = added.filter(({ month }) => month <= asOf);
        expect(new Map(counted.sort())).toEqual(sums(upTo, ({ series }) => String(series)));
      }),
    );
  });

  it('have no page before the first change', () => {
    const changes = packed([{ month: 24_000, series: 7, n: 1 }]);
    expect([pageAt(changes, 23_999), pageAt(changes, 24_000)]).toEqual([null, changes.bytes]);
  });

  it('are read in pages that are no longer where more has happened', () => {
    const [months, series] = [601, 40];
    const changes = packed(
      Array.from({ length: months * series }, (_, i) => ({
        month: 24_000 + (i % months),
        series: i % series,
        n: 1,
      })),
    );
    expect(changes.months).toHaveLength(months);
    const bytes = changes.months.map((month) => pageAt(changes, month)?.length ?? Infinity);
    // At most three for each of forty sums, three for each of forty changes, four for month and number.
    expect(Math.max(...bytes)).toBeLessThanOrEqual(6 * series + 4);
  });
});
