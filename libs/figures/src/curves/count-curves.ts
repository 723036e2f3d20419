import { RiskTable, wayBetween } from '@lueckenlos/chain';
import type { DeliveredThrough, GroupCoverage } from '../source-coverage/group-coverage';
import type { TableOfGroup, WantedTables } from './birth-tables';
import type { CurveRequest } from './curve-question';
import { curveOf, type Curve, type CurvePoint } from './curves';

/** The curve of one group, with the month through which its sources have delivered. */
export type CurveStratum = Curve & DeliveredThrough;

/**
 * What is counted for curves. Children count whose version of the chain has both stages in this order. They are followed
 * through the last month for which their sources have delivered both: nobody can say of a later month who reached the
 * stage in it, and who did not.
 */
export function riskTables(
  { from, stage, dimension }: CurveRequest,
  delivered: GroupCoverage,
): WantedTables<RiskTable> {
  return {
    dimension,
    newTable: ({ group }) => new RiskTable(delivered.through([from, stage], group)),
    wayOf: (history) => wayBetween(history, from, stage),
    countsBirth: (birth, scheduler) => {
      const stages = scheduler(birth)?.stages.map(({ id }) => id) ?? [];
      return stages.includes(from) && stages.indexOf(from) < stages.indexOf(stage);
    },
  };
}

/** The curves of the groups that were counted. */
export function strataOf(
  tables: readonly TableOfGroup<RiskTable>[],
  request: CurveRequest,
  delivered: GroupCoverage,
): CurveStratum[] {
  const stages = [request.from, request.stage];
  return tables
    .map(({ group, table }) => ({
      ...curveOf(group, table.rows(), request),
      ...delivered.mark(stages, group),
    }))
    .filter(({ points, deliveredThrough }) => points.length > 0 || deliveredThrough !== undefined);
}

/** A point as it is answered; `belowFloor` only where it is so. */
type PointAnswer = Omit<CurvePoint, 'value' | 'belowFloor'> & {
  readonly estimate: number | null;
  readonly belowFloor?: boolean;
};

/** Strata as `GET /v1/curves` gives them. */
export function strataAnswers(strata: readonly CurveStratum[]) {
  return strata.map(({ points, ...stratum }) => ({ ...stratum, points: points.map(pointAnswer) }));
}

/** Member by member: spreading takes V8 ten times as long, for tens of thousands of points. */
function pointAnswer(point: CurvePoint): PointAnswer {
  const { t, atRisk, entries, events, competing, censored, value: estimate, stdErr, lower, upper } = point;
  const answer = { t, atRisk, entries, events, competing, censored, estimate, stdErr, lower, upper };
  return point.belowFloor ? { ...answer, belowFloor: true } : answer;
}

export type StratumAnswer = ReturnType<typeof strataAnswers>[number];
