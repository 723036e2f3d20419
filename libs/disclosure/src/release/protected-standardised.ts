import {
  directlyStandardised,
  Z_95,
  type StandardisedShare,
  type StandardStratum,
} from '@lueckenlos/statistics';

/** A directly standardised share whose strata are published counts. */
export interface ProtectedStandardisedShare extends Omit<StandardisedShare, 'method'> {
  readonly method: 'direct-with-noise';
}

/**
 * Direct standardisation of published counts, Σ w·p, with an interval that contains the noise: the sum Σ w²·(V/n²)(1 + p²) of what
 * it brings into the shares p of the strata (the delta method, as for a single share) is added to the variance, and its half width to
 * that of the interval without noise as the root of the sum of squares. The weights come from the whole town, where noise is nothing.
 */
export function protectedStandardised(
  strata: readonly StandardStratum[],
  variance: number,
): ProtectedStandardisedShare {
  const within = strata.map((stratum) => ({ ...stratum, successes: Math.min(stratum.successes, stratum.n) }));
  const { value, stdErr, lower, upper } = directlyStandardised(within);
  if (value === null || stdErr === null || lower === null || upper === null) return UNDEFINED;
  const total = within.reduce((sum, { weight }) => sum + weight, 0);
  const noise = within
    .filter(({ weight }) => weight > 0)
    .reduce(
      (sum, { successes, n, weight }) =>
        sum + ((weight / total) ** 2 * variance * (1 + (successes / n) ** 2)) / n ** 2,
      0,
    );
  const half = Z_95 * Math.sqrt(noise);
  return {
    value,
    stdErr: Math.sqrt(stdErr ** 2 + noise),
    lower: Math.max(0, value - Math.hypot(value - lower, half)),
    upper: Math.min(1, value + Math.hypot(upper - value, half)),
    method: 'direct-with-noise',
  };
}

const UNDEFINED: ProtectedStandardisedShare = {
  value: null,
  stdErr: null,
  lower: null,
  upper: null,
  method: 'direct-with-noise',
};
