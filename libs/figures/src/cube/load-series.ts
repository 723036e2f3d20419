import { loadSql } from '@lueckenlos/platform';
import { join } from 'node:path';
import type { PoolClient } from 'pg';
import { SeriesIndex, type Counted } from './series-index';

const SERIES = loadSql(join(__dirname, 'sql'), 'series.sql');

/** The series of the read model, with their numbers. */
export async function loadSeries(tx: PoolClient): Promise<SeriesIndex> {
  return new SeriesIndex((await tx.query<Counted & { id: number }>(SERIES)).rows);
}
