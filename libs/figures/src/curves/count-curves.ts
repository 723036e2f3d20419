import { RiskTable, wayBetween } from '@lueckenlos/chain';
import type { DeliveredThrough, GroupCoverage } from '../source-coverage/group-coverage';
import type { TableOfGroup, WantedTables } from './birth-tables';
import type { CurveRequest } from './curve-question';
import { curveOf, type Curve } from './curves';

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

/** Strata as `GET /v1/curves` gives them. */
export function strataAnswers(strata: readonly CurveStratum[]) {
  return strata.map(({ points, ...stratum }) => ({
    ...stratum,
    points: points.map(({ value, belowFloor, ...point }) => ({
      ...point,
      estimate: value,
      ...(belowFloor ? { belowFloor } : {}),
    })),
  }));
}

export type StratumAnswer = ReturnType<typeof strataAnswers>[number];
