import fc from 'fast-check';
import { CountsError } from '../counts-error';
import { fixture, type SharesFixture } from '../testing/fixtures';
import { funnelLimits } from './funnel-limits';
import { placeInFunnel, type FunnelLimits } from './limits';
import { standardisedFunnelLimits } from './standardised-funnel-limits';

const data = fixture<SharesFixture>('shares');
const inOrder = (limits: FunnelLimits | null) => [
  limits!.lower998,
  limits!.lower95,
  limits!.upper95,
  limits!.upper998,
];
const expectClose = (ours: readonly number[], reference: readonly number[]) =>
  ours.forEach((limit, i) => expect(limit).toBeCloseTo(reference[i]!, 9));

describe('funnel limits', () => {
  it.each(data.funnel)('agree with R for $n cases of which $share are expected', ({ n, share, limits }) => {
    // R's shares are printed with eleven decimals; the limits move with them.
    expectClose(inOrder(funnelLimits([{ n, share }])), limits);
  });

  it.each(data.funnelOfTwo)('agree with R for two strata, by adding up all pairs', ({ strata, limits }) => {
    expectClose(inOrder(funnelLimits(strata)), limits);
  });

  it('of strata with the same share are those of all cases together', () => {
    const apart = funnelLimits([
      { n: 40, share: 0.9 },
      { n: 55, share: 0.9 },
    ]);
    expectClose(inOrder(apart), inOrder(funnelLimits([{ n: 95, share: 0.9 }])));
  });

  it('call everything but the expectation remarkable where nothing else can be', () => {
    const place = (value: number, share: number) => placeInFunnel(value, funnelLimits([{ n: 10, share }])!);
    expect([place(1, 1), place(0.9, 1)]).toEqual(['within', 'far-below']);
    expect([place(0, 0), place(0.1, 0)]).toEqual(['within', 'far-above']);
  });

  it('are undefined without cases, and refuse what is no count', () => {
    expect(funnelLimits([])).toBeNull();
    expect(funnelLimits([{ n: 0, share: 0.5 }])).toBeNull();
    expect(() => funnelLimits([{ n: -1, share: 0.5 }])).toThrow(CountsError);
  });

  it('are passed exactly by results that are as rare as they say, in either tail', () => {
    const unit = fc.record({
      n: fc.integer({ min: 1, max: 60 }),
      share: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
    });
    fc.assert(
      fc.property(unit, fc.nat(60), ({ n, share }, drawn) => {
        const x = drawn % (n + 1);
        const masses = Array.from(
          { length: n + 1 },
          (_, k) => choose(n, k) * share ** k * (1 - share) ** (n - k),
        );
        const tail = (from: number, to: number) =>
          masses.slice(from, to).reduce((sum, mass) => sum + mass, 0);
        const { lower95, upper95, lower998, upper998 } = funnelLimits([{ n, share }])!;
        expect(x / n < lower95).toBe(tail(0, x + 1) <= 0.025);
        expect(x / n > upper95).toBe(tail(x, n + 1) <= 0.025);
        expect(x / n < lower998).toBe(tail(0, x + 1) <= 0.001);
        expect(x / n > upper998).toBe(tail(x, n + 1) <= 0.001);
      }),
    );
  });

  it('of one stratum come close to the standardised ones for many cases', () => {
    const exact = inOrder(funnelLimits([{ n: 1e6, share: 0.3 }], 2));
    const normal = inOrder(standardisedFunnelLimits([{ n: 1e6, share: 0.3, weight: 7 }], 2));
    exact.forEach((limit, i) => expect(limit).toBeCloseTo(normal[i]!, 5));
  });

  it('of a standardised share, by hand', () => {
    // Weights 3/4 and 1/4: 0.75·0.9 + 0.25·0.7 = 0.85; variance 0.5625·0.09/225 + 0.0625·0.21/50.
    const strata = [
      { n: 225, share: 0.9, weight: 3 },
      { n: 50, share: 0.7, weight: 1 },
    ];
    const limits = standardisedFunnelLimits(strata)!;
    const stdErr = Math.sqrt(0.000225 + 0.0002625);
    expect(limits.expected).toBeCloseTo(0.85, 12);
    expectClose(
      inOrder(limits),
      [-3.090232306167813, -1.959963984540054, 1.959963984540054, 3.090232306167813].map(
        (z) => 0.85 + z * stdErr,
      ),
    );
    expect(standardisedFunnelLimits([])).toBeNull();
    expect(standardisedFunnelLimits([...strata, { n: 0, share: 0.5, weight: 1 }])).toBeNull();
  });

  it('enclose the expectation in order, and draw apart with over-dispersion', () => {
    const cases = fc.array(
      fc.record({
        n: fc.integer({ min: 1, max: 300 }),
        share: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      }),
      { minLength: 1, maxLength: 3 },
    );
    fc.assert(
      fc.property(cases, fc.double({ min: 1, max: 9, noNaN: true }), (strata, phi) => {
        const plain = inOrder(funnelLimits(strata));
        const wide = inOrder(funnelLimits(strata, phi));
        expect([...plain].sort((a, b) => a - b)).toEqual(plain);
        expect(wide[0]!).toBeLessThanOrEqual(plain[0]!);
        expect(wide[3]!).toBeGreaterThanOrEqual(plain[3]!);
        for (const limit of [...plain, ...wide]) {
          expect(limit).toBeGreaterThanOrEqual(0);
          expect(limit).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('say where a share lies, a limit itself being within', () => {
    const limits = { expected: 0.5, lower998: 0.2, lower95: 0.3, upper95: 0.7, upper998: 0.8 };
    const places = [0.1, 0.2, 0.29, 0.3, 0.7, 0.71, 0.8, 0.81].map((value) => placeInFunnel(value, limits));
    expect(places).toEqual([
      'far-below',
      'below',
      'below',
      'within',
      'within',
      'above',
      'above',
      'far-above',
    ]);
  });
});

function choose(n: number, k: number): number {
  return k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k;
}
