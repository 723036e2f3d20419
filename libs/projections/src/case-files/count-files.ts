import { historiesOf } from '@lueckenlos/chain';
import { loadSql } from '@lueckenlos/platform';
import { join } from 'node:path';
import type { PoolClient } from 'pg';
import { DIFFERENCES, type Aggregate } from '../aggregates/aggregate';
import { gatherAll } from '../aggregates/gather-all';
import { schedulersInForce } from '../definitions/chains-in-force';
import { allFiles } from './case-file-store';

const SQL = join(__dirname, 'sql');
const COUNTED = loadSql(SQL, 'counted-up-to.sql');
const SAVE_COUNTED = loadSql(SQL, 'save-counted-up-to.sql');

/** Case files read at once, and of one part at most: what a crash makes to be done again. */
const FILES = 1_000;
const PART = 50_000;

interface CountedRow {
  readonly first_month: number;
  readonly case_id: string;
}

/** Folds the next case files that were only filed, in their order; true when all are counted. */
export async function countFiles(tx: PoolClient, aggregates: readonly Aggregate[]): Promise<boolean> {
  const { rows } = await tx.query<CountedRow>(COUNTED);
  const gathering = await gatherAll(tx, aggregates, await schedulersInForce(tx));
  const [done] = rows;
  const after = done && { firstMonth: done.first_month, caseId: done.case_id };
  let counted = 0;
  for await (const { files, last } of allFiles(tx, FILES, after)) {
    for (const file of files) gathering.add([], historiesOf(file));
    counted += files.length;
    if (counted < PART && gathering.size < DIFFERENCES) continue;
    await gathering.write(tx);
    await tx.query(SAVE_COUNTED, [last.firstMonth, last.caseId]);
    return false;
  }
  await gathering.write(tx);
  return true;
}
