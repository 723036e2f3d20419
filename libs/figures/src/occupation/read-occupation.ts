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
import type { Competing } from '../curves/curve-question';
import { readTables } from '../curves/curve-tables';
import type { FigureQuery } from '../query/figure-query';
import { GroupCoverage, type DeliveredThrough } from '../source-coverage/group-coverage';
import { readCoverage, type KnownCoverage } from '../source-coverage/read-coverage';
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
  readonly strata: readonly (OccupationStratum & DeliveredThrough)[];
  readonly coverage: KnownCoverage['deliveries'];
}

const REASONS: Readonly<Record<Competing, ExitReason>> = { 'moved-out': 'moved_out', died: 'died' };

/**
 * Answers a question for furthest stages, from one state of the read models. Children are followed through the last month
 * for which their sources have delivered every stage: whoever is at one may have reached any later one.
 */
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
      const { coverage, deliveries } = await readCoverage(tx, query, chain);
      const delivered = new GroupCoverage(coverage, frame);
      const stages = stagesFromBirth(chain.definition);
      const tables = await readTables(tx, frame, {
        measure: 'furthest',
        from: null,
        dimension: request.dimension,
        isWanted: () => true,
        newTable: ({ group }) => new OccupationTable(delivered.through(stages, group), reasons),
        wayOf: (history, scheduler) => furthestWay(history, orderAt(history.birth, scheduler)),
        countsBirth: (birth, scheduler) => scheduler(birth) !== null,
      });
      const states = [...stages, ...request.competing];
      const strata = tables
        .map(({ group, table }) => ({
          ...occupationOf(group, table.rows(), states),
          ...delivered.mark(stages, group),
        }))
        .filter(({ points, deliveredThrough }) => points.length > 0 || deliveredThrough !== undefined);
      return { position, chain, areas, query, request, states, strata, coverage: deliveries };
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
