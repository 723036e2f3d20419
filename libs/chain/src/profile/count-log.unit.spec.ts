import fc from 'fast-check';
import { sortedSums, sumUp } from '../testing/sorted-sums';
import { CountLog } from './count-log';
import { addUp } from './sorted-sums';

const CELLS = 4;
// Few keys, so that counts meet and cancel out, and the greatest there are.
const key = fc.oneof(fc.nat({ max: 5 }), fc.integer({ min: 2 ** 53 - 5, max: 2 ** 53 - 2 }));
const count = fc.record({
  cell: fc.nat({ max: CELLS - 1 }),
  key,
  n: fc.constantFrom<(1 | -1)[]>(1, -1),
});

describe('a log of counts', () => {
  it('gives for each cell the sums by ascending key, without those that cancelled out', () => {
    fc.assert(
      fc.property(fc.array(count, { maxLength: 3_000, size: 'max' }), (counts) => {
        const log = new CountLog();
        for (const { cell, key, n } of counts) log.add(cell, key, n);
        const byRule = Array.from({ length: CELLS }, (_, cell) =>
          sumUp(
            counts.filter((one) => one.cell === cell),
            (one) => one.key,
          ),
        );
        expect(log.length).toBe(counts.length);
        expect(log.sums(CELLS)).toEqual(byRule);
      }),
      { numRuns: 50 },
    );
  });

  it('has nothing to tell of cells that nothing was counted in', () => {
    expect(new CountLog().sums(2)).toEqual([sortedSums(new Map()), sortedSums(new Map())]);
  });
});

describe('sums of several lists', () => {
  it('add up to what all their counts come to, however many lists there are', () => {
    const lists = fc.array(fc.array(fc.record({ key, n: fc.integer({ min: -3, max: 3 }) })), {
      maxLength: 9,
    });
    fc.assert(
      fc.property(lists, (counted) => {
        const all = sumUp(counted.flat(), (one) => one.key);
        expect(addUp(counted.map((list) => sumUp(list, (one) => one.key)))).toEqual(all);
      }),
    );
  });
});
