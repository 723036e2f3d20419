import fc from 'fast-check';
import { wilson } from '../intervals/wilson';
import { fixture, type SharesFixture } from '../testing/fixtures';
import { directlyStandardised } from './direct';
import { indirectlyStandardised } from './indirect';

const { weights, groups } = fixture<SharesFixture>('shares').standardised;

describe('direct standardisation', () => {
  it.each(groups)('agrees with R on a blood group of transplant ($value)', (group) => {
    const share = directlyStandardised(
      weights.map((weight, i) => ({ weight, successes: group.successes[i]!, n: group.n[i]! })),
    );
    expect(share.value).toBeCloseTo(group.value, 9);
    expect(share.stdErr).toBeCloseTo(group.stdErr, 9);
    expect(share.lower).toBeCloseTo(group.lower, 9);
    expect(share.upper).toBeCloseTo(group.upper, 9);
  });

  it('of one stratum is the share with its Wilson interval, whatever the weight', () => {
    const { value, lower, upper } = wilson(17, 23);
    const share = directlyStandardised([{ successes: 17, n: 23, weight: 4 }]);
    expect(share.value).toBe(value);
    expect(share.lower).toBeCloseTo(lower!, 12);
    expect(share.upper).toBeCloseTo(upper!, 12);
  });

  it('is undefined if a stratum that counts is empty, or none counts; one without weight may be empty', () => {
    const counts = { successes: 1, n: 2, weight: 1 };
    expect(directlyStandardised([counts, { successes: 0, n: 0, weight: 1 }]).value).toBeNull();
    expect(directlyStandardised([]).value).toBeNull();
    expect(directlyStandardised([counts, { successes: 0, n: 0, weight: 0 }]).value).toBe(0.5);
  });

  it('lies between the shares of its strata, in its interval; k copies shrink its standard error by √k', () => {
    const strata = fc.array(
      fc
        .integer({ min: 1, max: 500 })
        .chain((n) =>
          fc.record({ n: fc.constant(n), successes: fc.nat(n), weight: fc.integer({ min: 1, max: 100 }) }),
        ),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(strata, fc.integer({ min: 2, max: 9 }), (once, k) => {
        const { value, stdErr, lower, upper } = directlyStandardised(once);
        const shares = once.map(({ successes, n }) => successes / n);
        expect(value!).toBeGreaterThanOrEqual(Math.min(...shares) - 1e-12);
        expect(value!).toBeLessThanOrEqual(Math.max(...shares) + 1e-12);
        expect(lower!).toBeLessThanOrEqual(value!);
        expect(upper!).toBeGreaterThanOrEqual(value!);
        const more = directlyStandardised(
          once.map(({ successes, n, weight }) => ({ successes: k * successes, n: k * n, weight })),
        );
        expect(more.stdErr).toBeCloseTo(stdErr! / Math.sqrt(k), 12);
      }),
    );
  });
});

describe('indirect standardisation', () => {
  it('compares with what the standard’s shares would give, by hand', () => {
    // The town reaches 90 % without and 70 % with poverty risk, 85 % of all; the area has 20 and 60 such children.
    const strata = [
      { n: 20, share: 0.9 },
      { n: 60, share: 0.7 },
    ];
    const { expected, ratio, share } = indirectlyStandardised(63, strata, 0.85);
    expect(expected).toBeCloseTo(60, 12);
    expect(ratio).toBeCloseTo(1.05, 12);
    expect(share).toBeCloseTo(0.8925, 12);
  });

  it('is undefined where none are expected', () => {
    expect(indirectlyStandardised(0, [], 0.9)).toEqual({ expected: 0, ratio: null, share: null });
  });
});
