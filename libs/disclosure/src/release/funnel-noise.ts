import type { ExpectedShare } from '@lueckenlos/statistics';

/**
 * By how much noise widens the variance of observed less expected, O − Σ n·θ, where O and each n are published counts with independent
 * noise of variance V: 1 + V(1 + Σ θ²) / Σ n·θ(1−θ). The limits of a funnel are drawn apart by its root, as by over-dispersion.
 * @returns null where nothing but the expectation is possible
 */
export function funnelNoise(strata: readonly ExpectedShare[], variance: number): number | null {
  const chance = strata.reduce((sum, { n, share }) => sum + n * share * (1 - share), 0);
  if (chance === 0) return null;
  return 1 + (variance * strata.reduce((sum, { share }) => sum + share ** 2, 1)) / chance;
}
