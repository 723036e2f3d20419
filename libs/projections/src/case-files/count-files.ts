import { historiesOf } from '@lueckenlos/chain';
import { loadSql } from '@lueckenlos/platform';
import { join } from 'node:path';
import type { PoolClient } from 'pg';
import { DIFFERENCES, type Aggregate } from '../aggregates/aggregate';
import { gatherAll } from '../aggregates/gather-all';
import { schedulersInForce } from '../definitions/chains-in-force';
import { ahead } from './ahead';
import { Behind } from './behind';
import { allFiles, type FilePlace } from './case-file-store';

const SQL = join(__dirname, 'sql');
const COUNTED = loadSql(SQL, 'counted-up-to.sql');
const SAVE_COUNTED = loadSql(SQL, 'save-counted-up-to.sql');

export interface CountLimits {
  /** Case files read at once; what is being written gets on between two of them. */
  readonly page: number;
  /** Differences that are written at once. */
  readonly differences: number;
  /** Case files of a part at least: what a crash makes to be done again. */
  readonly part: number;
}

const LIMITS: CountLimits = { page: 100, differences: DIFFERENCES, part: 50_000 };

/**
 * Folds the next case files that were only filed, in their order; true when all are counted. Differences are written while the
 * next ones come together; so files are read on a connection of their own.
 */
export async function countFiles(
  tx: PoolClient,
  reader: PoolClient,
  aggregates: readonly Aggregate[],
  { page, differences, part }: CountLimits = LIMITS,
): Promise<boolean> {
  const counted = await countedUpTo(tx);
  const gathering = await gatherAll(tx, aggregates, await schedulersInForce(tx));
  const writing = new Behind();
  let files = 0;
  try {
    for await (const next of ahead(allFiles(reader, page, counted))) {
      for (const file of next.files) gathering.add([], historiesOf(file));
      files += next.files.length;
      if (files < part && gathering.size < differences) continue;
      await writing.next(() => gathering.take()(tx));
      if (files < part) continue;
      await writing.done();
      await tx.query(SAVE_COUNTED, [next.last.firstMonth, next.last.caseId]);
      return false;
    }
    await writing.done();
    await gathering.take()(tx);
    return true;
  } finally {
    await writing.settled();
  }
}

async function countedUpTo(tx: PoolClient): Promise<FilePlace | undefined> {
  const { rows } = await tx.query<{ first_month: number; case_id: string }>(COUNTED);
  const [row] = rows;
  return row && { firstMonth: row.first_month, caseId: row.case_id };
}
