import fc from 'fast-check';
import { wilson } from './wilson';

describe('the Wilson interval', () => {
  // R 4.2.2: prop.test(x, n, correct = FALSE)$conf.int
  it.each([
    { x: 81, n: 263, lower: 0.2552738, upper: 0.3661872 },
    { x: 15, n: 148, lower: 0.0623866, upper: 0.1604746 },
    { x: 0, n: 20, lower: 0, upper: 0.1611252 },
    { x: 29, n: 29, lower: 0.8830308, upper: 1 },
  ])('agrees with R for $x of $n', ({ x, n, lower, upper }) => {
    const share = wilson(x, n);
    expect(share.lower).toBeCloseTo(lower, 4);
    expect(share.upper).toBeCloseTo(upper, 4);
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
