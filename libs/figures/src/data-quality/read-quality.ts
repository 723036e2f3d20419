import type { Month } from '@lueckenlos/chain';
import { loadSql } from '@lueckenlos/platform';
import { join } from 'node:path';
import type { PoolClient } from 'pg';
import type { Agencies } from './arrivals-reader';
import { qualityRows, type QualityCount, type QualityRow } from './quality-rows';

const SQL = join(__dirname, 'sql');
const COUNTS = loadSql(SQL, 'counts.sql');
const OUTCOMES = loadSql(SQL, 'outcomes.sql');
const OUTCOMES_ARE_THERE = loadSql(SQL, 'outcomes-are-there.sql');

/** What agencies sent in some months: what became a record, up to the position of the answer, and what did not. */
export async function readQuality(
  tx: PoolClient,
  agencies: Agencies,
  [first, last]: readonly [Month, Month],
): Promise<QualityRow[]> {
  const limits = [agencies, first, last];
  const counts = (await tx.query<QualityCount>(COUNTS, limits)).rows;
  const there = (await tx.query<{ are_there: boolean }>(OUTCOMES_ARE_THERE)).rows[0]?.are_there;
  return qualityRows(there ? [...counts, ...(await tx.query<QualityCount>(OUTCOMES, limits)).rows] : counts);
}
