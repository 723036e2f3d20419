import type { ExpectedShare } from './limits';

export interface OverDispersion {
  /** The winsorised mean of the squared z-scores; about 1 if nothing but chance makes the units differ. */
  readonly phi: number;
  /** What φ must exceed to be taken for more than chance: 1 + 2·√(2/units). */
  readonly threshold: number;
  /** For the limits: φ if it exceeds the threshold, else 1. */
  readonly inflation: number;
}

/** The share of units at each end whose z-score is drawn in, so that true outliers do not widen the funnel for all. */
const WINSORISED = 0.1;

/**
 * How much more the units differ than chance explains: φ = Σ z²/I over the z-scores, the lowest and highest tenth set
 * to the 10 % and 90 % quantile (Spiegelhalter 2005, Quality & Safety in Health Care 14, 347–351; Statistics in
 * Medicine 24, 1185–1202). Quantiles as R's `quantile(z, type = 7)`.
 * @returns null without units
 */
export function overDispersion(zScores: readonly number[]): OverDispersion | null {
  const units = zScores.length;
  if (units === 0) return null;
  const sorted = [...zScores].sort((a, b) => a - b);
  const [low, high] = [quantile(sorted, WINSORISED), quantile(sorted, 1 - WINSORISED)];
  const phi = sorted.reduce((sum, z) => sum + Math.min(high, Math.max(low, z)) ** 2, 0) / units;
  const threshold = 1 + 2 * Math.sqrt(2 / units);
  return { phi, threshold, inflation: phi > threshold ? phi : 1 };
}

/**
 * How many standard errors a unit lies from what is expected of it: (O − E) / √(Σ n·θ·(1−θ)) over its strata. Null
 * where nothing but the expectation is possible.
 */
export function zScore(successes: number, strata: readonly ExpectedShare[]): number | null {
  const expected = strata.reduce((sum, { n, share }) => sum + n * share, 0);
  const variance = strata.reduce((sum, { n, share }) => sum + n * share * (1 - share), 0);
  return variance > 0 ? (successes - expected) / Math.sqrt(variance) : null;
}

function quantile(sorted: readonly number[], q: number): number {
  const place = (sorted.length - 1) * q;
  const [i, part] = [Math.floor(place), place % 1];
  return sorted[i]! + part * ((sorted[i + 1] ?? sorted[i]!) - sorted[i]!);
}
