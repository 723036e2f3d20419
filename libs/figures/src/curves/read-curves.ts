import { RiskTable, wayBetween } from '@lueckenlos/chain';
import { inTransaction } from '@lueckenlos/platform';
import type { Pool } from 'pg';
import type { AnsweredFigure } from '../cube/figure';
import { frameOf, type Frame } from '../cube/frame';
import type { ChainInForce } from '../cube/read-model';
import type { FigureQuery } from '../query/figure-query';
import { GroupCoverage, type DeliveredThrough } from '../source-coverage/group-coverage';
import { readCoverage, type KnownCoverage } from '../source-coverage/read-coverage';
import { checkStages, type CurveRequest } from './curve-request';
import { readTables } from './curve-tables';
import { curveOf, type Curve } from './curves';

/** Curves with what they answer. */
export interface CurveFigure
  extends Pick<Frame, 'position' | 'areas'>, Partial<Pick<AnsweredFigure, 'release'>> {
  readonly chain: ChainInForce;
  readonly query: FigureQuery;
  readonly request: CurveRequest;
  readonly strata: readonly (Curve & DeliveredThrough)[];
  readonly coverage: KnownCoverage['deliveries'];
}

/**
 * Answers a question for curves, from one state of the read models. Children count whose version of the chain has both
 * stages in this order. They are followed through the last month for which their sources have delivered both: nobody can
 * say of a later month who reached the stage in it, and who did not.
 * @throws ProblemError (422) where the stages are not those of the chain, in its order
 */
export async function readCurves(
  pool: Pool,
  query: FigureQuery,
  request: CurveRequest,
): Promise<CurveFigure> {
  const { from, stage, dimension } = request;
  return inTransaction(
    pool,
    async (tx) => {
      const frame = await frameOf(tx, query);
      checkStages(frame.chain.definition, request);
      const { coverage, deliveries } = await readCoverage(tx, query, frame.chain);
      const delivered = new GroupCoverage(coverage, frame);
      const tables = await readTables(tx, frame, {
        measure: 'since',
        from,
        dimension,
        isWanted: (to) => to === '' || to === stage,
        newTable: ({ group }) => new RiskTable(delivered.through([from, stage], group)),
        wayOf: (history) => wayBetween(history, from, stage),
        countsBirth: (birth, scheduler) => {
          const stages = scheduler(birth)?.stages.map(({ id }) => id) ?? [];
          return stages.includes(from) && stages.indexOf(from) < stages.indexOf(stage);
        },
      });
      const strata = tables
        .map(({ group, table }) => ({
          ...curveOf(group, table.rows(), request),
          ...delivered.mark([from, stage], group),
        }))
        .filter(({ points, deliveredThrough }) => points.length > 0 || deliveredThrough !== undefined);
      const { position, chain, areas } = frame;
      return { position, chain, areas, query, request, strata, coverage: deliveries };
    },
    'REPEATABLE READ',
  );
}
