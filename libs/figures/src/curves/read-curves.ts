import { RiskTable, wayBetween } from '@lueckenlos/chain';
import { inTransaction } from '@lueckenlos/platform';
import type { Pool } from 'pg';
import { frameOf, type Frame } from '../cube/frame';
import type { FigureQuery } from '../query/figure-query';
import { checkStages, type CurveRequest } from './curve-request';
import { readTables } from './curve-tables';
import { curveOf, type Curve } from './curves';

/** Curves with what they answer. */
export interface CurveFigure extends Pick<Frame, 'position' | 'chain' | 'areas'> {
  readonly query: FigureQuery;
  readonly request: CurveRequest;
  readonly strata: readonly Curve[];
}

/**
 * Answers a question for curves, from one state of the read models. Children count whose version of the chain has both
 * stages in this order.
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
      const tables = await readTables(tx, frame, {
        measure: 'since',
        from,
        dimension,
        isWanted: (to) => to === '' || to === stage,
        newTable: () => new RiskTable(query.asOf),
        wayOf: (history) => wayBetween(history, from, stage),
        countsBirth: (birth, scheduler) => {
          const stages = scheduler(birth)?.stages.map(({ id }) => id) ?? [];
          return stages.includes(from) && stages.indexOf(from) < stages.indexOf(stage);
        },
      });
      const strata = tables
        .map(({ group, table }) => curveOf(group, table.rows(), request))
        .filter(({ points }) => points.length > 0);
      const { position, chain, areas } = frame;
      return { position, chain, areas, query, request, strata };
    },
    'REPEATABLE READ',
  );
}
