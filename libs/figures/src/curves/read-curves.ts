import { inTransaction } from '@lueckenlos/platform';
import type { Pool } from 'pg';
import type { AnsweredFigure } from '../cube/figure';
import { frameOf, type Frame } from '../cube/frame';
import type { ChainInForce } from '../cube/read-model';
import type { FigureQuery } from '../query/figure-query';
import { GroupCoverage } from '../source-coverage/group-coverage';
import { readCoverage, type KnownCoverage } from '../source-coverage/read-coverage';
import { riskTables, strataOf, type CurveStratum } from './count-curves';
import type { CurveRequest } from './curve-question';
import { checkStages } from './curve-request';
import { readTables } from './curve-tables';

/** Curves with what they answer. */
export interface CurveFigure
  extends Pick<Frame, 'position' | 'areas'>, Partial<Pick<AnsweredFigure, 'release'>> {
  readonly chain: ChainInForce;
  readonly query: FigureQuery;
  readonly request: CurveRequest;
  readonly strata: readonly CurveStratum[];
  readonly coverage: KnownCoverage['deliveries'];
}

/**
 * Answers a question for curves, from one state of the read models.
 * @throws ProblemError (422) where the stages are not those of the chain, in its order
 */
export async function readCurves(
  pool: Pool,
  query: FigureQuery,
  request: CurveRequest,
): Promise<CurveFigure> {
  const { from, stage } = request;
  return inTransaction(
    pool,
    async (tx) => {
      const frame = await frameOf(tx, query);
      checkStages(frame.chain.definition, request);
      const { coverage, deliveries } = await readCoverage(tx, query, frame.chain);
      const delivered = new GroupCoverage(coverage, frame);
      const tables = await readTables(tx, frame, {
        ...riskTables(request, delivered),
        measure: 'since',
        from,
        isWanted: (to) => to === '' || to === stage,
      });
      const strata = strataOf(tables, request, delivered);
      const { position, chain, areas } = frame;
      return { position, chain, areas, query, request, strata, coverage: deliveries };
    },
    'REPEATABLE READ',
  );
}
