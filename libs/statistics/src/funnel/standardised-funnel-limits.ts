import { Z_95, Z_998 } from '../intervals/z';
import { apart, type ExpectedShare, type FunnelLimits } from './limits';

/**
 * The funnel of a directly standardised share, which is no count: θ ± z·√φ·σ₀, normal, around θ = Σ w·θ_k with the
 * standard error that the unit would have if the expected shares held in its strata, σ₀² = Σ w²·θ_k(1−θ_k)/n_k
 * (Spiegelhalter 2005, appendix A.1, for one stratum).
 * @returns null where `directlyStandardised` is undefined: no weight, or a stratum with weight and without cases
 */
export function standardisedFunnelLimits(
  strata: readonly (ExpectedShare & { readonly weight: number })[],
  phi = 1,
): FunnelLimits | null {
  const weighed = strata.filter(({ weight }) => weight > 0);
  const total = weighed.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0 || weighed.some(({ n }) => n === 0)) return null;
  const expected = weighed.reduce((sum, { weight, share }) => sum + (weight / total) * share, 0);
  const variance = weighed.reduce(
    (sum, { n, share, weight }) => sum + ((weight / total) ** 2 * share * (1 - share)) / n,
    0,
  );
  const limit = (z: number) => apart(expected, expected + z * Math.sqrt(variance), phi);
  return {
    expected,
    lower95: limit(-Z_95),
    upper95: limit(Z_95),
    lower998: limit(-Z_998),
    upper998: limit(Z_998),
  };
}
