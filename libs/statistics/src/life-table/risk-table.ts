import { checkCounts, checkTime, CountsError } from '../counts-error';
import type { LifeTableRow, RiskRow } from './life-table-row';

/**
 * The months in order with the numbers at risk. Rows may come in any order; rows of the same month are added up, so
 * strata are merged by concatenation. A month without a row is a month in which nothing happened.
 * @throws CountsError if a count is no count, or more leave than are at risk
 */
export function riskTable(rows: readonly LifeTableRow[]): readonly RiskRow[] {
  let before = 0;
  return mergedByTime(rows).map((row) => {
    const atRisk = before + row.entries;
    before = atRisk - leaving(row);
    if (before < 0) throw new CountsError('statistics.more-than-at-risk', row.t);
    return { ...row, atRisk };
  });
}

/** The reasons that occur in the rows, in a fixed order. */
export function competingReasons(rows: readonly LifeTableRow[]): readonly string[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row.competing)))].sort();
}

function mergedByTime(rows: readonly LifeTableRow[]): LifeTableRow[] {
  const byTime = new Map<number, LifeTableRow>();
  for (const row of rows) {
    checkTime(row.t);
    checkCounts(row.t, [row.entries, row.events, row.censored, ...Object.values(row.competing)]);
    const same = byTime.get(row.t);
    byTime.set(row.t, same ? added(same, row) : row);
  }
  return [...byTime.values()].sort((a, b) => a.t - b.t);
}

function added(a: LifeTableRow, b: LifeTableRow): LifeTableRow {
  return {
    t: a.t,
    entries: a.entries + b.entries,
    events: a.events + b.events,
    competing: Object.fromEntries(
      competingReasons([a, b]).map((reason) => [
        reason,
        (a.competing[reason] ?? 0) + (b.competing[reason] ?? 0),
      ]),
    ),
    censored: a.censored + b.censored,
  };
}

function leaving({ events, competing, censored }: LifeTableRow): number {
  return Object.values(competing).reduce((sum, n) => sum + n, events + censored);
}
