import { Z_95 } from './z';

/** A share with its 95 % interval. Undefined values are null. */
export interface ShareEstimate {
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly method: 'wilson';
  /** The base of the share. */
  readonly n: number;
}

/**
 * The Wilson score interval of a binomial share (Wilson 1927, without continuity correction; R:
 * `prop.test(x, n, correct = FALSE)`): centre (p + z²/2n) / (1 + z²/n), half width
 * z·√(p(1−p)/n + z²/4n²) / (1 + z²/n). With n = 0 nothing is defined.
 * @param successes whole number from 0 to n
 * @param n whole number of trials
 */
export function wilson(successes: number, n: number, z = Z_95): ShareEstimate {
  if (n === 0) return { value: null, lower: null, upper: null, method: 'wilson', n };
  const p = successes / n;
  const z2 = z * z;
  const centre = p + z2 / (2 * n);
  const half = z * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n));
  const scale = 1 + z2 / n;
  // At 0 and n the bound is exact; the formula would miss it by a rounding error.
  const lower = successes === 0 ? 0 : (centre - half) / scale;
  const upper = successes === n ? 1 : (centre + half) / scale;
  return { value: p, lower, upper, method: 'wilson', n };
}
