import fc from 'fast-check';
import { fixture, type SharesFixture } from '../testing/fixtures';
import { newcombe } from './newcombe';
import { wilson } from './wilson';
import { Z_95, Z_998 } from './z';

// The first five are examples of Newcombe 1998 (table II), which prints four digits.
const { newcombe: EXAMPLES, z } = fixture<SharesFixture>('shares');
const shares = fc
  .integer({ min: 1, max: 1e6 })
  .chain((n) => fc.integer({ min: 0, max: n }).map((successes) => ({ successes, n })));

describe('the difference of two shares', () => {
  it('uses the normal quantiles of R', () => {
    expect(Z_95).toBeCloseTo(z[0]!, 10);
    expect(Z_998).toBeCloseTo(z[1]!, 10);
  });

  it.each(EXAMPLES)('agrees with R on $x1/$n1 − $x2/$n2', ({ x1, n1, x2, n2, lower, upper }) => {
    const difference = newcombe({ successes: x1, n: n1 }, { successes: x2, n: n2 });
    expect(difference.value).toBeCloseTo(x1 / n1 - x2 / n2, 12);
    expect(difference.lower).toBeCloseTo(lower, 9);
    expect(difference.upper).toBeCloseTo(upper, 9);
  });

  it('is undefined, not NaN, if one base is empty', () => {
    const none = { value: null, lower: null, upper: null, method: 'newcombe' };
    expect(newcombe({ successes: 0, n: 0 }, { successes: 1, n: 2 })).toEqual(none);
    expect(newcombe({ successes: 1, n: 2 }, { successes: 0, n: 0 })).toEqual(none);
  });

  it('contains the difference, within −1 and 1, and turns its sign with the shares', () => {
    fc.assert(
      fc.property(shares, shares, (a, b) => {
        const { value, lower, upper } = newcombe(a, b);
        expect(lower!).toBeGreaterThanOrEqual(-1);
        expect(upper!).toBeLessThanOrEqual(1);
        expect(value!).toBeGreaterThanOrEqual(lower!);
        expect(value!).toBeLessThanOrEqual(upper!);
        expect(newcombe(b, a).lower).toBeCloseTo(-upper!, 12);
      }),
    );
  });

  it('is not wider than the two Wilson intervals together', () => {
    fc.assert(
      fc.property(shares, shares, (a, b) => {
        const width = ({ lower, upper }: { lower: number | null; upper: number | null }) => upper! - lower!;
        const together = width(wilson(a.successes, a.n)) + width(wilson(b.successes, b.n));
        expect(width(newcombe(a, b))).toBeLessThanOrEqual(together + 1e-12);
      }),
    );
  });
});
