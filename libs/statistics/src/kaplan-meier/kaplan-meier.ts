import type { Estimate } from '../estimate';
import { survivalEstimate } from '../intervals/transformed-bands';
import type { LifeTableRow } from '../life-table/life-table-row';
import { riskTable } from '../life-table/risk-table';

export interface SurvivalPoint {
  readonly t: number;
  /** At risk in month t. Where it is small the curve is drawn by few. */
  readonly atRisk: number;
  readonly events: number;
  /** The probability of not yet having had the event at the end of month t; holds up to the next point. */
  readonly survival: Estimate;
}

/**
 * The Kaplan–Meier estimate, a point for each month that has a row: S(t) = Π (1 − d/n) over the months u ≤ t with d
 * events among n at risk; variance S²·Σ d / (n·(n−d)) (Kaplan & Meier 1958; Greenwood 1926). R: `survfit(Surv(entry -
 * 0.5, exit, event) ~ 1, conf.type = "log-log")`, standard error as in its `summary`.
 *
 * Competing events are treated as censoring: the curve says what would be if nobody could leave that way, and
 * 1 − S is no incidence (see `aalenJohansen`). Where all at risk have the event S is 0 and stays there, with standard
 * error 0 and no band. A month with nobody at risk leaves the curve as it is. No rows: no points.
 * @throws CountsError
 */
export function kaplanMeier(rows: readonly LifeTableRow[]): readonly SurvivalPoint[] {
  let survival = 1;
  let relativeVariance = 0;
  return riskTable(rows).map(({ t, atRisk, events }) => {
    const left = atRisk - events;
    if (events > 0) {
      survival *= left / atRisk;
      relativeVariance = left === 0 ? 0 : relativeVariance + events / atRisk / left;
    }
    return { t, atRisk, events, survival: survivalEstimate(survival, survival ** 2 * relativeVariance) };
  });
}
