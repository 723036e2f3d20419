import fc from 'fast-check';
import { CountsError } from '../counts-error';
import { differences } from '../testing/agree';
import { fixture, type DelaysFixture } from '../testing/fixtures';
import { reportingDelay, type DelayCount } from './reporting-delay';

const data = fixture<DelaysFixture>('delays');
const AS_OF = 20;

const triangles: fc.Arbitrary<readonly DelayCount[]> = fc.array(
  fc.nat(8).chain((window) =>
    fc.record({
      occurred: fc.constant(AS_OF - window),
      delay: fc.nat(window),
      n: fc.integer({ min: 1, max: 9 }),
    }),
  ),
  { minLength: 1, maxLength: 20 },
);

describe('the reporting delay', () => {
  it.each(['jasa', 'mgus2'] as const)('agrees with R’s survival in reverse time on %s', (name) => {
    const { asOf, counts, ...reference } = data[name];
    const points = reportingDelay(counts, asOf).slice(0, -1);
    expect(points.map(({ delay }) => delay)).toEqual(reference.delay);
    const { value, stdErr, band } = differences(
      points.map(({ known }) => known),
      reference,
    );
    expect(value).toBeLessThan(1e-9);
    expect(stdErr).toBeLessThan(1e-7);
    expect(band).toBeLessThan(1e-7);
  });

  it('is chain ladder, by hand', () => {
    // Known after 0, 1, 2 months: of month 10 4, 7, 8; of month 11 6, 9; of month 12 5.
    const counts = [
      { occurred: 10, delay: 0, n: 4 },
      { occurred: 10, delay: 1, n: 3 },
      { occurred: 10, delay: 2, n: 1 },
      { occurred: 11, delay: 0, n: 6 },
      { occurred: 11, delay: 1, n: 3 },
      { occurred: 12, delay: 0, n: 5 },
    ];
    const points = reportingDelay(counts, 12);
    expect(points.map(({ delay, atRisk }) => [delay, atRisk])).toEqual([
      [0, 15],
      [1, 16],
      [2, 8],
    ]);
    const [first, second, last] = points;
    // Factors 16/10 from the first to the second month, 8/7 to the third.
    expect(first!.known.value).toBeCloseTo((10 / 16) * (7 / 8), 12);
    expect(second!.known.value).toBeCloseTo(7 / 8, 12);
    expect(second!.toCome.value).toBeCloseTo(1 / 8, 12);
    expect(second!.toCome.stdErr).toBeCloseTo(Math.sqrt((1 / 8) * (7 / 8) * (1 / 8)), 12);
    expect(last!.toCome).toEqual({ value: 0, stdErr: 0, lower: null, upper: null });
  });

  it('has no points without events', () => {
    expect(reportingDelay([], 12)).toEqual([]);
    expect(reportingDelay([{ occurred: 3, delay: 0, n: 0 }], 12)).toEqual([]);
  });

  it('has nothing to come where all was known at once', () => {
    const points = reportingDelay([{ occurred: 9, delay: 0, n: 5 }], 12);
    expect(points.map(({ toCome }) => toCome.value)).toEqual([0, 0, 0, 0]);
  });

  it('cannot tell how many come early where all that is old enough came late', () => {
    const [first] = reportingDelay([{ occurred: 10, delay: 2, n: 5 }], 12);
    expect(first!.known).toEqual({ value: 0, stdErr: 0, lower: null, upper: null });
  });

  it.each([
    ['known later than the as-of month', { occurred: 10, delay: 3, n: 1 }, 'statistics.not-a-delay'],
    ['known before it occurred', { occurred: 10, delay: -1, n: 1 }, 'statistics.not-a-delay'],
    ['that occurred after the as-of month', { occurred: 13, delay: 0, n: 1 }, 'statistics.not-a-delay'],
    ['counted in halves', { occurred: 10, delay: 1, n: 0.5 }, 'statistics.not-a-count'],
  ] as const)('refuses events %s', (_, count, fault) => {
    expect(() => reportingDelay([count], 12)).toThrow(new CountsError(fault, count.occurred));
  });

  it('rises to 1 with the delay; k copies shrink its standard errors by √k', () => {
    fc.assert(
      fc.property(triangles, fc.integer({ min: 2, max: 9 }), (counts, k) => {
        const once = reportingDelay(counts, AS_OF);
        const more = reportingDelay(
          counts.map((count) => ({ ...count, n: k * count.n })),
          AS_OF,
        );
        expect(once.at(-1)!.known.value).toBe(1);
        once.forEach(({ known, toCome }, i) => {
          expect(known.value).toBeGreaterThanOrEqual(once[i - 1]?.known.value ?? 0);
          expect(known.value + toCome.value).toBeCloseTo(1, 12);
          expect(more[i]!.known.value).toBeCloseTo(known.value, 12);
          expect(more[i]!.known.stdErr).toBeCloseTo(known.stdErr / Math.sqrt(k), 12);
        });
      }),
    );
  });
});
