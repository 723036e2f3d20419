import { directlyStandardised, wilson } from '@lueckenlos/statistics';
import type { Pool } from 'pg';
import { readFigure } from '../cube/figure';
import type { GroupCounts } from '../cube/group-table';
import { checkStageOf } from '../curves/curve-request';
import { UNKNOWN, type FigureQuery } from '../query/figure-query';
import type { ComparedFigure } from './comparison-formats';
import { ADJUSTMENTS, type Adjustment } from './comparison-parameters.dto';
import {
  comparisonOf,
  type Closed,
  type ClosedByStratum,
  type Estimation,
  type Stratum,
  type ToCompare,
} from './comparisons';

const EXACT: Estimation = {
  isShown: () => true,
  share: ({ reached, n }) => wilson(reached, n),
  standardised: (strata) => directlyStandardised(strata),
  inflation: () => 1,
};

/**
 * Compares areas by exact counts.
 * @throws ProblemError (422) where the chain has no such stage
 */
export async function exactComparison(
  pool: Pool,
  query: FigureQuery,
  stage: string,
  adjustFor: readonly Adjustment[] = ADJUSTMENTS,
): Promise<ComparedFigure> {
  const figure = await readFigure(pool, { ...query, by: ['area', ...adjustFor] }, ['window']);
  checkStageOf(figure.chain.definition, stage);
  const comparison = comparisonOf(exactCounts(figure.groups, stage), EXACT);
  return { ...figure, stage, adjustedFor: adjustFor, comparison };
}

/** The counts of a figure that is broken down by area, and by what they are to be adjusted for. */
function exactCounts(groups: readonly GroupCounts[], stage: string): ToCompare {
  const byArea = closedByArea(groups, stage);
  const strata = sumOf([...byArea.values()].flatMap((own) => [...own]));
  const areas = [...byArea]
    .filter(([area]) => area !== UNKNOWN)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([area, own]) => ({ area, ...total(own), strata: own }));
  const withoutArea = total(byArea.get(UNKNOWN) ?? new Map<Stratum, Closed>());
  return { town: { ...total(strata), strata }, areas, withoutArea };
}

function closedByArea(groups: readonly GroupCounts[], stage: string): Map<string, Map<Stratum, Closed>> {
  const areas = new Map<string, Map<Stratum, Closed>>();
  for (const counts of groups) {
    const { area, ...stratum } = counts.group;
    const reached = counts.count('window', stage, 'reached');
    const n = reached + counts.count('window', stage, 'missed');
    if (n === 0) continue;
    const strata = areas.get(String(area)) ?? new Map<Stratum, Closed>();
    areas.set(String(area), strata);
    strata.set(JSON.stringify(stratum), { n, reached });
  }
  return areas;
}

function sumOf(entries: readonly (readonly [Stratum, Closed])[]): Map<Stratum, Closed> {
  const sums = new Map<Stratum, Closed>();
  for (const [stratum, { n, reached }] of entries) {
    const sum = sums.get(stratum) ?? { n: 0, reached: 0 };
    sums.set(stratum, { n: sum.n + n, reached: sum.reached + reached });
  }
  return sums;
}

function total(strata: ClosedByStratum): Closed {
  let [n, reached] = [0, 0];
  for (const closed of strata.values()) {
    n += closed.n;
    reached += closed.reached;
  }
  return { n, reached };
}
