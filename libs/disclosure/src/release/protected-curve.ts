import { incidenceEstimate, survivalEstimate, Z_95, type Estimate } from '@lueckenlos/statistics';

/** Published counts of one quarter of a life table. */
export interface PublishedQuarter {
  /** Its last month. */
  readonly t: number;
  readonly atRisk: number;
  readonly events: number;
  /** Who leaves for a reason that competes, by reason. Who leaves for another one is censored, and not needed. */
  readonly competing: Readonly<Record<string, number>>;
}

/** What a curve is estimated with. */
export interface CurveProtection {
  /** Of the noise of each count. */
  readonly variance: number;
  /** The least published number at risk. */
  readonly floor: number;
  readonly estimator: 'aalen-johansen' | 'kaplan-meier';
}

/**
 * The curve at the end of each quarter, from published counts alone: cumulative incidence, or survival for `kaplan-meier`. It ends
 * (null from there on) before the first quarter with too few at risk. The limits are those of the estimate with the variance that
 * chance and noise have together ({@link incidenceMoments}), complementary log-log (log-log for survival). Where the estimate is no
 * farther from 0 or 1 than they would reach, they are normal and cut there: noise is as large beside few events as beside many, and
 * the transformation would blow it up.
 */
export function protectedCurve(
  quarters: readonly PublishedQuarter[],
  { variance, floor, estimator }: CurveProtection,
): (Estimate | null)[] {
  const end = quarters.findIndex(({ atRisk }) => atRisk < floor);
  const moments = incidenceMoments(quarters.slice(0, end === -1 ? quarters.length : end), variance);
  return quarters.map((_, i) => {
    const moment = moments[i];
    if (!moment) return null;
    const isSurvival = estimator === 'kaplan-meier';
    const value = isSurvival ? 1 - moment.incidence : moment.incidence;
    const stdErr = Math.sqrt(moment.variance);
    const [lower, upper] = [value - Z_95 * stdErr, value + Z_95 * stdErr];
    if (lower <= 0 || upper >= 1)
      return { value, stdErr, lower: Math.max(0, lower), upper: Math.min(1, upper) };
    return (isSurvival ? survivalEstimate : incidenceEstimate)(value, moment.variance);
  });
}

/**
 * A cumulative incidence F by quarter with its variance: that of chance, as if the published counts were the true ones (Greenwood-type,
 * as `aalenJohansen` has it), and that which noise brings in if each published count carries independent noise of variance V. For
 * survival without competing events the variance of S = 1 − F is the same.
 *
 * With the hazards h = d/n of the event, and H of all K ways to end, S′ = S(1 − H) and F′ = F + S·h. Errors of h and H in one quarter
 * have by chance the variances h(1−h)/n and H(1−H)/n and the covariance h(1−H)/n; by noise, which changes a hazard by (δd − h·δn)/n,
 * (V/n²)(1 + h²) as the ratio of two counts, (V/n²)(K + H²) and (V/n²)(1 + h·H) (the delta method). With what comes from the quarters before,
 *   Var S′ = (1−H)²·Var S + S²·Var H
 *   Cov′   = (1−H)(Cov + h·Var S) − S²·Cov(h, H)
 *   Var F′ = Var F + 2h·Cov + h²·Var S + S²·Var h.
 * Zeros count as noisy: a published one may stand for a few children.
 */
export function incidenceMoments(
  quarters: readonly PublishedQuarter[],
  variance: number,
): { readonly incidence: number; readonly variance: number }[] {
  let [survival, incidence] = [1, 0];
  let [ofSurvival, between, ofIncidence] = [0, 0, 0];
  return quarters.map((quarter) => {
    const { events, competing } = quarter;
    const ways = 1 + Object.keys(competing).length;
    const ended = Object.values(competing).reduce((sum, n) => sum + n, events);
    // Noise may let more end than are at risk.
    const n = Math.max(quarter.atRisk, ended);
    if (n === 0) return { incidence, variance: ofIncidence };
    const [h, all] = [events / n, ended / n];
    const noise = variance / n;
    const scale = (survival * survival) / n;
    ofIncidence += 2 * h * between + h * h * ofSurvival + scale * (h * (1 - h) + noise * (1 + h * h));
    between = (1 - all) * (between + h * ofSurvival) - scale * (h * (1 - all) + noise * (1 + h * all));
    ofSurvival = (1 - all) ** 2 * ofSurvival + scale * (all * (1 - all) + noise * (ways + all * all));
    incidence = Math.min(1, incidence + survival * h);
    survival *= 1 - all;
    return { incidence, variance: Math.max(0, ofIncidence) };
  });
}
