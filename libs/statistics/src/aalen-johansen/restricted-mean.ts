import { checkTime } from '../counts-error';
import type { LifeTableRow, RiskRow } from '../life-table/life-table-row';
import { competingReasons, riskTable } from '../life-table/risk-table';
import { timeInStates } from '../multi-state/time-in-states';
import { competingMoves, EVENT, EVENT_FREE, FIRST_REASON } from './competing-moves';

/** A mean in months, with its standard error. */
export interface MeanTime {
  readonly value: number;
  readonly stdErr: number;
}

export interface RestrictedMeans {
  readonly horizon: number;
  /** Months, of the first `horizon`, in which nothing had happened yet. */
  readonly eventFree: MeanTime;
  /** Months of the first `horizon` after the event: how early it comes, and to how many. */
  readonly sinceEvent: MeanTime;
  /** Months lost to each competing reason. All of these add up to the horizon. */
  readonly sinceCompeting: Readonly<Record<string, MeanTime>>;
}

/**
 * The areas under the curves of `aalenJohansen` up to a horizon τ in months: Σ S(u) over u = 0 … τ−1 for whole
 * months, and likewise Σ F_j(u), the time lost to cause j (Andersen, Statistics in Medicine 2013, 32, 5278–5285).
 * Counted in completed months: an event in month t comes after t months. With the Greenwood-type covariance of the
 * curves. For a single cause (the area under `kaplanMeier`) pass `competingAsCensored(rows)`.
 * @returns null without rows, or where the horizon lies beyond the last month with somebody at risk and somebody
 * may still be event-free: of what comes then nothing is known
 * @throws CountsError
 */
export function restrictedMeans(rows: readonly LifeTableRow[], horizon: number): RestrictedMeans | null {
  checkTime(horizon);
  const table = riskTable(rows);
  if (!isKnownUpTo(horizon, table)) return null;
  const reasons = competingReasons(table);
  const { means, variances } = timeInStates(EVENT_FREE, competingMoves(table, reasons), horizon);
  const mean = (state: number): MeanTime => ({
    value: means[state]!,
    stdErr: Math.sqrt(Math.max(0, variances[state]!)),
  });
  return {
    horizon,
    eventFree: mean(EVENT_FREE),
    sinceEvent: mean(EVENT),
    sinceCompeting: Object.fromEntries(reasons.map((reason, r) => [reason, mean(FIRST_REASON + r)])),
  };
}

/** The last month's value holds for that month, one more than its number; and for ever once nobody is event-free. */
function isKnownUpTo(horizon: number, table: readonly RiskRow[]): boolean {
  const last = table.findLast(({ atRisk }) => atRisk > 0);
  return (
    last !== undefined && (horizon <= last.t + 1 || table.some((row) => row.atRisk > 0 && noneLeft(row)))
  );
}

function noneLeft({ atRisk, events, competing }: RiskRow): boolean {
  return Object.values(competing).reduce((sum, n) => sum + n, events) === atRisk;
}
