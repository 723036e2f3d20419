import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { mustEqual, timed } from '../report/timing';
import type { BenchDatabase } from '../system/bench-database';

/** Seconds that a bare COPY of the log's rows takes, into an empty table with the log's columns, indexes and constraints. */
export async function copySeconds({ pool, exchange }: BenchDatabase): Promise<number> {
  const file = join(exchange, 'events.copy');
  await pool.query('CREATE TABLE bench_copy (LIKE event_store.event INCLUDING ALL)');
  const written = await pool.query(`COPY event_store.event TO '${file}'`);
  const { seconds, result } = await timed(() => pool.query(`COPY bench_copy FROM '${file}'`));
  mustEqual('copied rows', result.rowCount, written.rowCount);
  await pool.query('DROP TABLE bench_copy');
  await rm(file);
  return seconds;
}
