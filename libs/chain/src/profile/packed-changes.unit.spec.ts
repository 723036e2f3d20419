import fc from 'fast-check';
import { SeriesChanges, unpackChanges } from './packed-changes';

const change = fc.record({
  month: fc.integer({ min: 0, max: 119_999 }),
  series: fc.integer({ min: 0, max: 65_535 }),
  n: fc.integer({ min: -1_000_000, max: 1_000_000 }),
});

describe('packed changes', () => {
  it('give back every sum, in order of month, whatever the order of adding', () => {
    fc.assert(
      fc.property(fc.array(change), (added) => {
        const changes = new SeriesChanges();
        const sums = new Map<string, number>();
        for (const { month, series, n } of added) {
          changes.add(month, series, n);
          const key = `${month} ${series}`;
          sums.set(key, (sums.get(key) ?? 0) + n);
        }
        const read: [string, number][] = [];
        let last = 0;
        unpackChanges(changes.pack(), Infinity, (month, series, n) => {
          expect(month).toBeGreaterThanOrEqual(last);
          last = month;
          read.push([`${month} ${series}`, n]);
        });
        expect(new Map(read)).toEqual(new Map([...sums].filter(([, n]) => n !== 0)));
      }),
    );
  });

  it('are read up to a month and no further', () => {
    const changes = new SeriesChanges();
    for (const month of [24_000, 24_001, 24_002]) changes.add(month, 7, 1);
    const months: number[] = [];
    unpackChanges(changes.pack(), 24_001, (month) => months.push(month));
    expect(months).toEqual([24_000, 24_001]);
  });
});
