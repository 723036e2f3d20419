import fc from 'fast-check';
import { wilson } from './wilson';

describe('the Wilson interval', () => {
  // The examples of Newcombe 1998 (Statistics in Medicine 17, 857–872, table I), which prints four digits; the
  // others from the formula in 40-digit arithmetic.
  it.each([
    { x: 81, n: 263, lower: 0.25528852, upper: 0.366209577 },
    { x: 15, n: 148, lower: 0.0623864, upper: 0.160487242 },
    { x: 0, n: 20, lower: 0, upper: 0.161125158 },
    { x: 29, n: 29, lower: 0.883030202, upper: 1 },
  ])('is exact for $x of $n', ({ x, n, lower, upper }) => {
    const share = wilson(x, n);
    expect(share.value).toBe(x / n);
    expect(share.lower).toBeCloseTo(lower, 8);
    expect(share.upper).toBeCloseTo(upper, 8);
  });

  it('is undefined, not NaN, on an empty base', () => {
    expect(wilson(0, 0)).toEqual({ value: null, lower: null, upper: null, method: 'wilson', n: 0 });
  });

  it('contains the share and stays within 0 and 1', () => {
    const share = fc
      .integer({ min: 1, max: 1e6 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
    fc.assert(
      fc.property(share, ([x, n]) => {
        const { value, lower, upper } = wilson(x, n);
        expect(Number(lower)).toBeGreaterThanOrEqual(0);
        expect(Number(upper)).toBeLessThanOrEqual(1);
        expect(Number(value)).toBeGreaterThanOrEqual(Number(lower));
        expect(Number(value)).toBeLessThanOrEqual(Number(upper));
      }),
    );
  });
});
