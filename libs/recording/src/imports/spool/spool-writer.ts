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

/** A file that is stored, but not yet for sure on the disk. */
export interface Spooled {
  /** SHA-256 (hex). */
  readonly digest: string;
  readonly pieces: number;
}

/**
 * Stores a file piece by piece, and takes each while the one before is compressed and written: no more than two are in
 * memory.
 */
export async function writeSpool(
  source: AsyncIterable<Buffer>,
  options: SpoolWriterOptions,
): Promise<Spooled> {
  const { inspect } = options;
  const digest = createHash('sha256');
  let number = 0;
  let stored: Promise<void> = Promise.resolve();
  for await (const chunk of chunks(source)) {
    if (number === 0) inspect(chunk);
    digest.update(chunk);
    await stored;
    stored = store(options, number, chunk);
    // It is heard at the next piece or at the end, and nowhere where the sender breaks off before.
    stored.catch(() => undefined);
    number++;
  }
  await stored;
  if (number === 0) inspect(Buffer.alloc(0));
  return { digest: digest.digest('hex'), pieces: number };
}

async function store({ pool, clock, job }: SpoolWriterOptions, number: number, piece: Buffer): Promise<void> {
  // Each piece by itself: a file that decompresses to thousands of times its size takes little room here too.
  const content = await compress(piece, { level: 1 });
  const { rowCount } = await pool.query(APPEND, [job, number, content, clock()]);
  if (rowCount === 0) throw new ProblemError({ code: 'platform.request-timeout' });
}
