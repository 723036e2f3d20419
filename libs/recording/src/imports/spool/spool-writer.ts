import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { deflateRaw } from 'node:zlib';
import type { Pool } from 'pg';
import { loadSql, ProblemError, type Clock } from '@lueckenlos/platform';
import { chunks } from './chunker';

const APPEND = loadSql(`${__dirname}/sql`, 'append-chunk.sql');
const compress = promisify<Buffer, { level: number }, Buffer>(deflateRaw);

export interface SpoolWriterOptions {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly job: string;
  /** Looks at the beginning of the file before anything is stored; throws where it can't be right. */
  readonly inspect: (beginning: Buffer) => void;
}

/** Stores a file piece by piece, each durable before the next is taken from the sender. Answers with its digest. */
export async function writeSpool(
  source: AsyncIterable<Buffer>,
  options: SpoolWriterOptions,
): Promise<string> {
  const { pool, clock, job, inspect } = options;
  const digest = createHash('sha256');
  let number = 0;
  for await (const chunk of chunks(source)) {
    if (number === 0) inspect(chunk);
    digest.update(chunk);
    // Each piece by itself: a file that decompresses to thousands of times its size takes little room here too.
    const content = await compress(chunk, { level: 1 });
    const { rowCount } = await pool.query(APPEND, [job, number, content, clock()]);
    if (rowCount === 0) throw new ProblemError({ code: 'platform.request-timeout' });
    number++;
  }
  if (number === 0) inspect(Buffer.alloc(0));
  return digest.digest('hex');
}
