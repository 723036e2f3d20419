import { historiesOf, schedulerFor, type StepTable } from '@lueckenlos/chain';
import type { PoolClient } from 'pg';
import type { Frame } from '../cube/frame';
import { knownTo } from '../cube/known-to';
import { allFiles, areMostLate, lateFiles } from '../cube/late-files';
import { wantedFiles } from '../cube/wanted-files';
import { BirthTables, type TableOfGroup, type WantedTables } from './birth-tables';
import { addCounts, type WantedCounts } from './read-counts';

/**
 * A table for each group, in order of their values: out of the aggregate, with what differs in an earlier state of
 * knowledge. Every case is folded where most differ, or under a version of the chain that the aggregate does not hold.
 */
export async function readTables<T extends StepTable>(
  tx: PoolClient,
  frame: Frame,
  wanted: WantedTables<T> & WantedCounts,
): Promise<TableOfGroup<T>[]> {
  const { query, chain } = frame;
  const counted = new BirthTables(frame, wanted);
  const known = knownTo(query);
  const isWanted = wantedFiles(query.filters, schedulerFor(chain.definition));
  if (chain.inCube && !(known && (await areMostLate(tx, known)))) {
    await addCounts(tx, query, wanted, counted.tables);
    if (known) {
      for await (const file of lateFiles(tx, known)) {
        if (!isWanted(file)) continue;
        for (const history of historiesOf(file)) counted.add(history, -1);
        for (const history of historiesOf(file, known)) counted.add(history, 1);
      }
    }
  } else {
    for await (const file of allFiles(tx)) {
      if (isWanted(file)) for (const history of historiesOf(file, known ?? {})) counted.add(history, 1);
    }
  }
  return counted.sorted();
}
