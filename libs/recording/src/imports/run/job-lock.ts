import type { Pool, PoolClient } from 'pg';
import { loadSql } from '@lueckenlos/platform';

const sql = (name: string): string => loadSql(`${__dirname}/sql`, name);
const TRY_LOCK = sql('try-lock-job.sql');
const UNLOCK = sql('unlock-job.sql');
const OPEN_JOBS = sql('open-jobs.sql');

/** Apart from every other advisory lock of ours; the place of the job is added. */
const FIRST_LOCK = 7_305_114_020_000_000n;

/** A job that somebody is to work; `seq` is its place in the queue. */
export interface OpenJob {
  readonly id: string;
  readonly seq: string;
}

/** A job that was worked, and what went wrong if anything did. */
export interface WorkedJob extends OpenJob {
  readonly failure?: unknown;
}

/**
 * Works the first job behind `after` that nobody holds; null where there is none. The lock belongs to the connection
 * that the work saves its progress through: who has lost the lock has lost the connection, and can count nothing more.
 */
export async function withFreeJob(
  pool: Pool,
  after: string,
  work: (client: PoolClient, job: OpenJob) => Promise<void>,
): Promise<WorkedJob | null> {
  const client = await pool.connect();
  let broken: Error | undefined;
  // Without a listener, a connection that dies while it is borrowed would end the process.
  const remember = (error: Error): void => {
    broken = error;
  };
  client.on('error', remember);
  try {
    const job = await claim(client, after);
    if (!job) return null;
    const failure = await failureOf(work(client, job));
    // Where this fails, too, the connection is closed, and the job is free once the server has noticed.
    await giveBack(client, job).catch(remember);
    return { ...job, ...failure };
  } finally {
    client.off('error', remember);
    client.release(broken);
  }
}

async function failureOf(work: Promise<void>): Promise<Pick<WorkedJob, 'failure'>> {
  try {
    await work;
    return {};
  } catch (failure) {
    return { failure };
  }
}

async function giveBack(client: PoolClient, job: OpenJob): Promise<void> {
  // The work may have failed within a transaction; outside of one this does nothing.
  await client.query('ROLLBACK');
  await client.query(UNLOCK, [lockOf(job)]);
}

async function claim(client: PoolClient, after: string): Promise<OpenJob | null> {
  for (let behind = after; ;) {
    const job = (await client.query<OpenJob>(OPEN_JOBS, [behind])).rows[0];
    if (!job) return null;
    const { rows } = await client.query<{ claimed: boolean }>(TRY_LOCK, [lockOf(job)]);
    if (rows[0]?.claimed) return job;
    behind = job.seq;
  }
}

function lockOf({ seq }: OpenJob): string {
  return String(FIRST_LOCK + BigInt(seq));
}
