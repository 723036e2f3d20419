import {
  BIRTH_STAGE,
  RiskTable,
  schedulerFor,
  stagesInOrder,
  wayBetween,
  type ChainBody,
} from '@lueckenlos/chain';
import { inTransaction } from '@lueckenlos/platform';
import type { Pool } from 'pg';
import { frameOf, type Frame } from '../cube/frame';
import type { Group } from '../cube/group-table';
import { readTables } from '../curves/curve-tables';
import type { FigureQuery } from '../query/figure-query';
import { GroupCoverage, type DeliveredThrough } from '../source-coverage/group-coverage';
import { readCoverage, type KnownCoverage } from '../source-coverage/read-coverage';
import { COHORT, dueAhead, fallingDue, type FallingDue } from './forecast';

/** What falls due in the coming months, with what it answers. */
export interface ForecastFigure extends Pick<Frame, 'position' | 'chain' | 'areas'> {
  readonly query: FigureQuery;
  readonly months: number;
  /** By group, stage in the order of the chain, and month. */
  readonly rows: readonly FallingDue[];
  readonly coverage: KnownCoverage['deliveries'];
}

/** Answers what will fall due, from one state of the read models. */
export async function readForecast(pool: Pool, query: FigureQuery, months: number): Promise<ForecastFigure> {
  return inTransaction(
    pool,
    async (tx) => {
      const frame = await frameOf(tx, query);
      const { position, chain, areas } = frame;
      const scheduler = schedulerFor(chain.definition);
      const { coverage, deliveries } = await readCoverage(tx, query, chain);
      const delivered = new GroupCoverage(coverage, frame);
      const rows: FallingDue[] = [];
      for (const stage of stagesAfterBirth(chain.definition)) {
        const markOf = (group: Group): DeliveredThrough => delivered.mark([stage], group);
        const question = { stage, asOf: query.asOf, months, scheduler, markOf };
        const tables = await readTables(tx, frame, {
          measure: 'since',
          from: BIRTH_STAGE,
          dimension: 'then',
          byBirth: true,
          isWanted: (to) => to === '' || to === stage,
          newTable: () => new RiskTable(query.asOf),
          wayOf: (history) => wayBetween(history, BIRTH_STAGE, stage),
          countsBirth: (birth) =>
            dueAhead(question, birth) !== null || dueAhead(question, birth + COHORT) !== null,
        });
        rows.push(...fallingDue(tables, question));
      }
      return { position, chain, areas, query, months, rows, coverage: deliveries };
    },
    'REPEATABLE READ',
  );
}

function stagesAfterBirth(chain: ChainBody): string[] {
  const stages = stagesInOrder(chain).map(({ id }) => id);
  return stages.slice(stages.indexOf(BIRTH_STAGE) + 1);
}
