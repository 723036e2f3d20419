import { historiesOf, schedulerFor, type Known } from '@lueckenlos/chain';
import type { PoolClient } from 'pg';
import type { FigureQuery } from '../query/figure-query';
import type { UnconfirmedCases } from '../source-coverage/unconfirmed-cases';
import { countChild } from './count-child';
import type { GroupTable } from './group-table';
import { allFiles } from './late-files';
import type { ChainInForce } from './read-model';
import { wantedFiles } from './wanted-files';

/** Counts without the cube: every case file is read, some at a time, and folded unless the filters by birth spare it. */
export async function addEveryChild(
  tx: PoolClient,
  query: FigureQuery,
  known: Known,
  chain: ChainInForce,
  table: GroupTable,
  unconfirmed?: UnconfirmedCases,
): Promise<void> {
  const scheduler = schedulerFor(chain.definition);
  const isWanted = wantedFiles(query.filters, scheduler);
  for await (const file of allFiles(tx)) {
    if (!isWanted(file)) continue;
    for (const child of historiesOf(file, known)) countChild(child, 1, query, scheduler, table, unconfirmed);
  }
}
