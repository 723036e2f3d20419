import type { ExpectedShare } from '../funnel/limits';

export interface IndirectlyStandardised {
  /** How many were to be expected: Σ n·θ. */
  readonly expected: number;
  /** Observed over expected; null where none were expected. */
  readonly ratio: number | null;
  /** The share of the standard population times the ratio; may exceed 1. Null where none were expected. */
  readonly share: number | null;
}

/**
 * Indirect standardisation: what was observed in a unit against what the standard's shares would give for its own
 * strata (Breslow & Day, Statistical Methods in Cancer Research II, 1987, chapter 2). For chance see `funnelLimits`
 * and `zScore`, which take the same strata.
 * @param standardShare share of the whole standard population
 */
export function indirectlyStandardised(
  observed: number,
  strata: readonly ExpectedShare[],
  standardShare: number,
): IndirectlyStandardised {
  const expected = strata.reduce((sum, { n, share }) => sum + n * share, 0);
  const ratio = expected > 0 ? observed / expected : null;
  return { expected, ratio, share: ratio === null ? null : ratio * standardShare };
}
