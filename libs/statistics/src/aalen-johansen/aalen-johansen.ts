import type { Estimate } from '../estimate';
import { incidenceEstimate, survivalEstimate } from '../intervals/transformed-bands';
import type { LifeTableRow } from '../life-table/life-table-row';
import { competingReasons, riskTable } from '../life-table/risk-table';
import { productLimit, type Occupation } from '../multi-state/product-limit';
import { competingMoves, EVENT, EVENT_FREE, FIRST_REASON } from './competing-moves';

export interface IncidencePoint {
  readonly t: number;
  /** At risk in month t. Where it is small the curves are drawn by few. */
  readonly atRisk: number;
  readonly events: number;
  /** The probability of having had the event, nothing else before it, by the end of month t. */
  readonly incidence: Estimate;
  /** The same for each competing reason that occurs in the rows. */
  readonly competing: Readonly<Record<string, Estimate>>;
  /** The probability that nothing has happened yet. The incidences and this add up to 1. */
  readonly eventFree: Estimate;
}

/**
 * Cumulative incidences with competing events, a point for each month that has a row: F_j(t) = Σ S(u−)·d_j/n over
 * the months u ≤ t, S the Kaplan–Meier estimate for leaving by any event (Aalen & Johansen 1978); Greenwood-type
 * variance, complementary log-log bands for incidences, a log-log band for what is event-free. R: `etm` with its
 * covariance and `summary(…, ci.fun = "cloglog")`; the standard error of `survfit` with several end points, an
 * infinitesimal jackknife, is the same only as long as nobody enters late.
 *
 * Where all at risk have some event the curves stay as they are from then on, whoever enters later. A month with
 * nobody at risk leaves them as they are. No rows: no points.
 * @throws CountsError
 */
export function aalenJohansen(rows: readonly LifeTableRow[]): readonly IncidencePoint[] {
  const table = riskTable(rows);
  const reasons = competingReasons(table);
  const curve = [...productLimit(EVENT_FREE, competingMoves(table, reasons))];
  return table.map(({ t, atRisk, events }, i) => {
    const incidence = (state: number) => incidenceEstimate(...momentsOf(curve[i]!, state));
    return {
      t,
      atRisk,
      events,
      incidence: incidence(EVENT),
      competing: Object.fromEntries(reasons.map((reason, r) => [reason, incidence(FIRST_REASON + r)])),
      eventFree: survivalEstimate(...momentsOf(curve[i]!, EVENT_FREE)),
    };
  });
}

function momentsOf({ probabilities, covariance }: Occupation, state: number): [number, number] {
  return [probabilities[state]!, Math.max(0, covariance[state]![state]!)];
}
