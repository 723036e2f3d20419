import { checkCounts } from '../counts-error';
import { binomialMasses, convolved, type Masses } from './binomial-masses';
import { apart, type ExpectedShare, type FunnelLimits } from './limits';

/**
 * Between which shares a unit is to be expected, if nothing but chance made it differ: exact binomial limits with
 * interpolation, (r − α)/n with r the smallest number for which P(X ≤ r) > q and α = (P(X ≤ r) − q) / P(X = r),
 * q = 2.5 and 0.1 % (Spiegelhalter 2005, Statistics in Medicine 24, 1185–1202, appendix A.1). The upper limits are
 * the lower limits of the failures, so a unit lies beyond a limit exactly if a result at least as extreme has at
 * most probability q. (The paper puts 97.5 % into the same formula; that calls 95 of 95 remarkable where 99 % are
 * expected, although it happens in 38 of 100 such units: Seaton & Manktelow 2012, BMC Medical Research Methodology
 * 12, 98.)
 *
 * With several strata (indirect standardisation: the town's share in each group, times the unit's own numbers) X is
 * the sum of independent binomial numbers, exactly, by convolution; the funnel narrows round the unit's own
 * expectation. Over-dispersion φ draws the limits apart by √φ around the centre, which for many cases is
 * Spiegelhalter's θ ± z·√(φ·θ(1−θ)/n) and for φ = 1 changes nothing.
 * @param phi at least 1 (`overDispersion(…).inflation`)
 * @returns null where there are no cases
 * @throws CountsError
 */
export function funnelLimits(strata: readonly ExpectedShare[], phi = 1): FunnelLimits | null {
  checkCounts(
    null,
    strata.map(({ n }) => n),
  );
  const n = strata.reduce((sum, stratum) => sum + stratum.n, 0);
  if (n === 0) return null;
  const expected = strata.reduce((sum, stratum) => sum + stratum.n * stratum.share, 0) / n;
  const distribution = strata.map((stratum) => binomialMasses(stratum.n, stratum.share)).reduce(convolved);
  const failures = mirrored(distribution, n);
  const lower = (q: number) => apart(expected, interpolatedQuantile(distribution, q) / n, phi);
  const upper = (q: number) => apart(expected, 1 - interpolatedQuantile(failures, q) / n, phi);
  return {
    expected,
    lower95: lower(0.025),
    upper95: upper(0.025),
    lower998: lower(0.001),
    upper998: upper(0.001),
  };
}

function mirrored({ from, masses }: Masses, n: number): Masses {
  return { from: n - from - masses.length + 1, masses: [...masses].reverse() };
}

/** Where the distribution function, made continuous by straight lines between whole numbers, reaches q. */
function interpolatedQuantile({ from, masses }: Masses, q: number): number {
  let below = 0;
  const index = masses.findIndex((mass) => {
    if (below + mass > q) return true;
    below += mass;
    return false;
  });
  return Math.max(0, from + index - 1 + (q - below) / masses[index]!);
}
