import {
  caseHistory,
  crossSection,
  profileOf,
  schedulerFor,
  unpackRecords,
  type CaseRecord,
  type Scheduler,
} from '@lueckenlos/chain';
import { loadSql } from '@lueckenlos/platform';
import { join } from 'node:path';
import type { PoolClient } from 'pg';
import type { FigureQuery } from '../query/figure-query';
import { passes } from './filters';
import type { GroupTable } from './group-table';
import type { ChainInForce } from './read-model';

const LATE_CASES = loadSql(join(__dirname, 'sql'), 'late-cases.sql');
const CASES = 1_000;

/**
 * Adds to the table of everything known what makes it the table of what was known before an instant: only cases with a
 * record known later differ, and only they are folded anew, some at a time.
 */
export async function addLateDifferences(
  tx: PoolClient,
  query: FigureQuery & { readonly knownBefore: Date },
  chain: ChainInForce,
  table: GroupTable,
): Promise<void> {
  const scheduler = schedulerFor(chain.definition);
  for await (const records of lateCases(tx, query.knownBefore)) {
    countCase(records, Infinity, -1, query, scheduler, table);
    countCase(records, query.knownBefore.getTime(), 1, query, scheduler, table);
  }
}

async function* lateCases(tx: PoolClient, knownBefore: Date): AsyncGenerator<CaseRecord[]> {
  let after = '';
  for (;;) {
    const { rows } = await tx.query<{ case_id: string; records: unknown[] }>(LATE_CASES, [
      knownBefore,
      after,
      CASES,
    ]);
    const last = rows.at(-1);
    if (!last) return;
    for (const { records } of rows) yield unpackRecords(records);
    after = last.case_id;
  }
}

function countCase(
  records: readonly CaseRecord[],
  knownBefore: number,
  n: 1 | -1,
  query: FigureQuery,
  scheduler: Scheduler,
  table: GroupTable,
): void {
  const history = caseHistory(records, knownBefore);
  const section = history && crossSection(profileOf(history, scheduler), query.asOf, query.dimension);
  if (!section || !passes(section.cell, query.filters)) return;
  for (const observation of section.observations) table.add(section.cell, observation, n);
}
