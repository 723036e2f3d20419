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
  let broken: Error | boolean | undefined;
  // Without a listener, a connection that dies while it is borrowed would end the process.
  const remember = (error: Error): void => {
    broken = error;
  };
  client.on('error', remember);
  try {
    const job = await claim(client, after);
    if (!job) return null;
    try {
      await work(client, job);
      await client.query(UNLOCK, [lockOf(job)]);
      return job;
    } catch (failure) {
      // In the middle of a transaction perhaps: closing the connection rolls back and gives the job back.
      broken ??= true;
      return { ...job, failure };
    }
  } finally {
    client.off('error', remember);
    client.release(broken);
  }
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
