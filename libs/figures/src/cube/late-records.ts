import { historiesOf, schedulerFor, type Known } from '@lueckenlos/chain';
import type { PoolClient } from 'pg';
import type { FigureQuery } from '../query/figure-query';
import type { UnconfirmedCases } from '../source-coverage/unconfirmed-cases';
import { countChild } from './count-child';
import type { GroupTable } from './group-table';
import { lateFiles } from './late-files';
import type { ChainInForce } from './read-model';
import { wantedFiles } from './wanted-files';

/**
 * Adds to the table of everything known what makes it the table of an earlier state of knowledge: only families with
 * something known later differ, and only they are folded anew, some at a time.
 */
export async function addLateDifferences(
  tx: PoolClient,
  query: FigureQuery,
  known: Known,
  chain: ChainInForce,
  table: GroupTable,
  unconfirmed: UnconfirmedCases,
): Promise<void> {
  const scheduler = schedulerFor(chain.definition);
  const isWanted = wantedFiles(query.filters, scheduler);
  for await (const file of lateFiles(tx, known)) {
    if (!isWanted(file)) continue;
    for (const child of historiesOf(file)) countChild(child, -1, query, scheduler, table, unconfirmed);
    for (const child of historiesOf(file, known)) countChild(child, 1, query, scheduler, table, unconfirmed);
  }
}
