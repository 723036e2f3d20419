import { directlyStandardised } from '@lueckenlos/statistics';
import { funnelNoise } from './funnel-noise';
import { protectedStandardised } from './protected-standardised';

describe('a standardised share of published counts', () => {
  const strata = [
    { successes: 60, n: 100, weight: 3 },
    { successes: 45, n: 50, weight: 1 },
  ];

  it('is that without noise, with the noise of each stratum in its interval', () => {
    const [without, protectedOne] = [directlyStandardised(strata), protectedStandardised(strata, 3)];
    expect(protectedOne.value).toBe(without.value);
    // (3/4)²·3/100²·(1 + 0.6²) + (1/4)²·3/50²·(1 + 0.9²)
    const noise = 0.5625 * 3e-4 * 1.36 + 0.0625 * 1.2e-3 * 1.81;
    expect(protectedOne.stdErr).toBeCloseTo(Math.hypot(without.stdErr ?? 0, Math.sqrt(noise)), 12);
    const value = without.value ?? NaN;
    expect(protectedOne.lower).toBeCloseTo(
      value - Math.hypot(value - (without.lower ?? 0), 1.959964 * Math.sqrt(noise)),
      6,
    );
  });

  it('takes no more successes than cases, and is undefined where a stratum has no case', () => {
    expect(protectedStandardised([{ successes: 53, n: 50, weight: 1 }], 3)).toMatchObject({
      value: 1,
      upper: 1,
    });
    expect(protectedStandardised([...strata, { successes: 0, n: 0, weight: 1 }], 3)).toMatchObject({
      value: null,
      method: 'direct-with-noise',
    });
  });
});

describe('the noise of a funnel', () => {
  it('is that of the share of one area, over what chance leaves open', () => {
    // 100·0.6·0.4 = 24 by chance, 3·(1 + 0.36) by noise.
    expect(funnelNoise([{ n: 100, share: 0.6 }], 3)).toBeCloseTo(1 + 4.08 / 24, 12);
    expect(funnelNoise([{ n: 100, share: 0.6 }], 0)).toBe(1);
  });

  it('is unknown where chance leaves nothing open', () => {
    expect(funnelNoise([{ n: 100, share: 1 }], 3)).toBeNull();
    expect(funnelNoise([], 3)).toBeNull();
  });
});
