import {
  BIRTH_STAGE,
  schedulerFor,
  stagesInOrder,
  type ChainBody,
  type Month,
  type RiskTable,
} from '@lueckenlos/chain';
import { inTransaction } from '@lueckenlos/platform';
import type { Pool } from 'pg';
import { frameOf, type Frame } from '../cube/frame';
import type { Group } from '../cube/group-table';
import type { TableOfGroup } from '../curves/birth-tables';
import { readTables } from '../curves/curve-tables';
import type { FigureQuery } from '../query/figure-query';
import { GroupCoverage, type DeliveredThrough } from '../source-coverage/group-coverage';
import { readCoverage, type KnownCoverage } from '../source-coverage/read-coverage';
import { COHORT, dueAhead, fallingDue, type FallingDue, type ForecastQuestion } from './forecast';
import { StageTables, waysTo } from './stage-tables';

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
      const questions = stagesAfterBirth(chain.definition).map((stage): ForecastQuestion => {
        const markOf = (group: Group): DeliveredThrough => delivered.mark([stage], group);
        return { stage, asOf: query.asOf, months, scheduler, markOf };
      });
      const concerned = stagesByBirth(questions);
      const tables = await readTables(tx, frame, {
        measure: 'since',
        from: BIRTH_STAGE,
        dimension: 'then',
        byBirth: true,
        isWanted: (to) => to === '' || questions.some(({ stage }) => stage === to),
        newTable: ({ birth }) => new StageTables(concerned(birth), query.asOf),
        wayOf: (history) => waysTo(history, BIRTH_STAGE, concerned(history.birth)),
        countsBirth: (birth) => concerned(birth).length > 0,
      });
      const rows = questions.flatMap((question) => fallingDue(tablesOf(tables, question.stage), question));
      return { position, chain, areas, query, months, rows, coverage: deliveries };
    },
    'REPEATABLE READ',
  );
}

/** The stages that fall due for a birth month in the coming months, or for those born a year later. */
function stagesByBirth(questions: readonly ForecastQuestion[]): (birth: Month | null) => readonly string[] {
  const known = new Map<Month, readonly string[]>();
  return (birth) => {
    if (birth === null) return [];
    let stages = known.get(birth);
    if (!stages) {
      stages = questions
        .filter((one) => dueAhead(one, birth) !== null || dueAhead(one, birth + COHORT) !== null)
        .map(({ stage }) => stage);
      known.set(birth, stages);
    }
    return stages;
  };
}

function tablesOf(tables: readonly TableOfGroup<StageTables>[], stage: string): TableOfGroup<RiskTable>[] {
  return tables.flatMap(({ table, ...group }) => {
    const own = table.of(stage);
    return own ? [{ ...group, table: own }] : [];
  });
}

function stagesAfterBirth(chain: ChainBody): string[] {
  const stages = stagesInOrder(chain).map(({ id }) => id);
  return stages.slice(stages.indexOf(BIRTH_STAGE) + 1);
}
