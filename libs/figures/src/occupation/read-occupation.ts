import {
  BIRTH_STAGE,
  furthestWay,
  OccupationTable,
  stagesInOrder,
  type ChainBody,
  type CurveDimension,
  type ExitReason,
  type Month,
  type Scheduler,
} from '@lueckenlos/chain';
import { inTransaction } from '@lueckenlos/platform';
import type { Pool } from 'pg';
import { frameOf, type Frame } from '../cube/frame';
import type { Competing } from '../curves/curve-parameters.dto';
import { readTables } from '../curves/curve-tables';
import type { FigureQuery } from '../query/figure-query';
import { occupationOf, type OccupationStratum } from './occupation';

export interface OccupationRequest {
  readonly competing: readonly Competing[];
  readonly dimension: CurveDimension;
}

/** Furthest stages by age, with what they answer. */
export interface OccupationFigure extends Pick<Frame, 'position' | 'chain' | 'areas'> {
  readonly query: FigureQuery;
  readonly request: OccupationRequest;
  /** From the birth on, in the order of the chain; then the reasons that compete. */
  readonly states: readonly string[];
  readonly strata: readonly OccupationStratum[];
}

const REASONS: Readonly<Record<Competing, ExitReason>> = { 'moved-out': 'moved_out', died: 'died' };

/** Answers a question for furthest stages, from one state of the read models. */
export async function readOccupation(
  pool: Pool,
  query: FigureQuery,
  request: OccupationRequest,
): Promise<OccupationFigure> {
  const reasons = new Set(request.competing.map((reason) => REASONS[reason]));
  return inTransaction(
    pool,
    async (tx) => {
      const frame = await frameOf(tx, query);
      const { position, chain, areas } = frame;
      const tables = await readTables(tx, frame, {
        measure: 'furthest',
        from: null,
        dimension: request.dimension,
        isWanted: () => true,
        newTable: () => new OccupationTable(query.asOf, reasons),
        wayOf: (history, scheduler) => furthestWay(history, orderAt(history.birth, scheduler)),
        countsBirth: (birth, scheduler) => scheduler(birth) !== null,
      });
      const states = [...stagesFromBirth(chain.definition), ...request.competing];
      const strata = tables
        .map(({ group, table }) => occupationOf(group, table.rows(), states))
        .filter(({ points }) => points.length > 0);
      return { position, chain, areas, query, request, states, strata };
    },
    'REPEATABLE READ',
  );
}

function orderAt(birth: Month | null, scheduler: Scheduler): string[] {
  return (birth === null ? null : scheduler(birth))?.stages.map(({ id }) => id) ?? [];
}

/** The stages that come after the birth in any version, and the birth itself. */
function stagesFromBirth(chain: ChainBody): string[] {
  const orders = chain.versions.map(({ stages }) => stages.map(({ id }) => id));
  const states = stagesInOrder(chain).map(({ id }) => id);
  return states.filter((id) => orders.some((order) => order.indexOf(id) >= order.indexOf(BIRTH_STAGE)));
}
