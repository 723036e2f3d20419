import {
  aalenJohansen,
  incidenceEstimate,
  kaplanMeier,
  survivalEstimate,
  Z_95,
  type Estimate,
  type LifeTableRow,
} from '@lueckenlos/statistics';

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
 * (null from there on) before the first quarter with too few at risk.
 *
 * The variance is that of the estimate without noise (Greenwood-type, as if the published counts were the true ones) and that which the
 * noise brings ({@link noiseVariances}); the limits are those of the estimate with this sum, complementary log-log (log-log for
 * survival). Where these know none, at 0 and 1, they are normal and cut there: a published zero may hide a few children.
 */
export function protectedCurve(
  quarters: readonly PublishedQuarter[],
  { variance, floor, estimator }: CurveProtection,
): (Estimate | null)[] {
  const end = quarters.findIndex(({ atRisk }) => atRisk < floor);
  const kept = quarters.slice(0, end === -1 ? quarters.length : end).map(withinRisk);
  const rows = balanced(kept);
  const noise = noiseVariances(kept, variance);
  const isSurvival = estimator === 'kaplan-meier';
  const estimates = isSurvival
    ? kaplanMeier(rows).map(({ survival }) => survival)
    : aalenJohansen(rows).map(({ incidence }) => incidence);
  const withNoise = isSurvival ? survivalEstimate : incidenceEstimate;
  return quarters.map((_, i) => {
    const estimate = estimates[i];
    if (!estimate) return null;
    const { value, stdErr } = estimate;
    const both = Math.hypot(stdErr, Math.sqrt(noise[i] ?? 0));
    const { lower, upper } = withNoise(value, both * both);
    return {
      value,
      stdErr: both,
      lower: lower ?? Math.max(0, value - Z_95 * both),
      upper: upper ?? Math.min(1, value + Z_95 * both),
    };
  });
}

/**
 * The variance that noise brings into a cumulative incidence F, by quarter, if each published count carries independent noise of
 * variance V; for survival without competing events that of S = 1 − F is the same.
 *
 * By the delta method. With the hazards h = d/n of the event, and H of all that ends, S′ = S(1 − H) and F′ = F + S·h. An error of
 * the counts changes hazards by (δd − h·δn)/n, so that a quarter alone has the variance of a ratio, (V/n²)(1 + h²), and K counts of
 * what ends (V/n²)(K + H²); together with what comes from the quarters before,
 *   Var S′ = (1−H)²·Var S + S²(V/n²)(K + H²)
 *   Cov′ = (1−H)(Cov + h·Var S) − S²(V/n²)(1 + h·H)
 *   Var F′ = Var F + 2h·Cov + h²·Var S + S²(V/n²)(1 + h²).
 * Zeros count as noisy: a published one may stand for a few children.
 */
export function noiseVariances(quarters: readonly PublishedQuarter[], variance: number): number[] {
  let [survival, ofSurvival, between, ofIncidence] = [1, 0, 0, 0];
  return quarters.map(({ atRisk, events, competing }) => {
    const others = Object.values(competing);
    if (atRisk === 0) return ofIncidence;
    const hazard = events / atRisk;
    const all = others.reduce((sum, n) => sum + n, events) / atRisk;
    const unit = (survival * survival * variance) / (atRisk * atRisk);
    ofIncidence += 2 * hazard * between + hazard ** 2 * ofSurvival + unit * (1 + hazard ** 2);
    between = (1 - all) * (between + hazard * ofSurvival) - unit * (1 + hazard * all);
    ofSurvival = (1 - all) ** 2 * ofSurvival + unit * (1 + others.length + all ** 2);
    survival *= 1 - all;
    return ofIncidence;
  });
}

/** Noise may let more leave than are at risk. */
function withinRisk(quarter: PublishedQuarter): PublishedQuarter {
  return { ...quarter, atRisk: Math.max(quarter.atRisk, leaving(quarter)) };
}

/** Rows that bring just the published numbers at risk about: who comes and who is censored is not published. */
function balanced(quarters: readonly PublishedQuarter[]): LifeTableRow[] {
  return quarters.map((quarter, i) => {
    const before = quarters[i - 1];
    const stayed = before ? before.atRisk - leaving(before) : 0;
    const left = quarter.atRisk - leaving(quarter);
    const next = quarters[i + 1]?.atRisk ?? 0;
    const { t, events, competing } = quarter;
    return {
      t,
      entries: Math.max(0, quarter.atRisk - stayed),
      events,
      competing,
      censored: Math.max(0, left - next),
    };
  });
}

function leaving({ events, competing }: PublishedQuarter): number {
  return Object.values(competing).reduce((sum, n) => sum + n, events);
}
