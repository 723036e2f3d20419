import { openAsBlob } from 'node:fs';
import type { Client } from 'pg';
import type { BenchClient } from './client';
import { jsonOf } from '../system/json';
import { mustEqual, peakDuring, timed, waitFor } from './timing';

export interface ImportFigures {
  readonly rows: number;
  readonly accepted: number;
  readonly importSeconds: number;
  readonly copySeconds: number;
  readonly peakMemoryMB: number;
  /** Until the read models had everything, counted from the upload. */
  readonly caughtUpSeconds: number;
}

interface Job {
  state: string;
  rows: number;
  accepted: number;
  rejected: number;
}

/** A file over HTTP until its last row is recorded, against bare COPY of the same rows into a like table. */
export async function benchImport(client: BenchClient, db: Client, file: string): Promise<ImportFigures> {
  const before = await client.get<{ head: string }[]>('operator', '/v1/projections');
  const started = performance.now();
  const importing = timed(() => importFile(client, file));
  const { peak, result } = await peakDuring(() => client.memory(), importing);
  const { seconds, result: job } = result;
  const accepted = Number((await status(client)).head) - Number(before[0]?.head ?? 0);
  mustEqual('events in the log', accepted, job.accepted);
  mustEqual('rejected rows', job.rejected, 0);
  await waitFor(async () => ((await status(client)).lag === 0 ? true : undefined));
  const caughtUpSeconds = (performance.now() - started) / 1000;
  return {
    rows: job.rows,
    accepted,
    importSeconds: seconds,
    copySeconds: await copySeconds(db),
    peakMemoryMB: Math.round(peak / 1e6),
    caughtUpSeconds,
  };
}

async function importFile(client: BenchClient, file: string): Promise<Job> {
  const init = { body: await openAsBlob(file), headers: { 'content-type': 'application/x-ndjson' } };
  const { id } = await jsonOf<{ id: string }>(
    await client.send('data-migration', 'POST', '/v1/imports', init),
    202,
  );
  return waitFor(async () => {
    const job = await client.get<Job>('data-migration', `/v1/imports/${id}`);
    return job.state === 'completed' ? job : undefined;
  });
}

export async function status(client: BenchClient): Promise<{ head: string; lag: number; version: number }> {
  const versions = await client.get<{ head: string; lag: number; state: string; version: number }[]>(
    'operator',
    '/v1/projections',
  );
  const live = versions.find(({ state }) => state === 'live');
  if (!live) throw new Error('no projection is live');
  return live;
}

/** Writes the log's rows out and COPYs them into an empty table with the same columns and indexes. */
async function copySeconds(db: Client): Promise<number> {
  const { rows } = await db.query<{ folder: string }>(`SELECT current_setting('data_directory') AS folder`);
  const file = `${rows[0]?.folder}/bench.copy`;
  await db.query('DROP TABLE IF EXISTS bench_copy');
  await db.query('CREATE TABLE bench_copy (LIKE event_store.event INCLUDING ALL)');
  await db.query(`COPY event_store.event TO '${file}'`);
  const { seconds } = await timed(() => db.query(`COPY bench_copy FROM '${file}'`));
  const counts = await db.query<{ a: string; b: string }>(
    'SELECT (SELECT count(*) FROM bench_copy) AS a, (SELECT count(*) FROM event_store.event) AS b',
  );
  mustEqual('copied rows', counts.rows[0]?.a, counts.rows[0]?.b);
  await db.query('DROP TABLE bench_copy');
  return seconds;
}
