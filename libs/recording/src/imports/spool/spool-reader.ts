import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import type { Pool } from 'pg';
import { loadSql } from '@lueckenlos/platform';
import { CHUNK_SIZE } from './chunk-size';

const READ = loadSql(`${__dirname}/sql`, 'read-chunk.sql');
const decompress = promisify<Buffer, Buffer>(inflateRaw);

/** The bytes of a spooled file from a place on, piece by piece; the next one is fetched while one is used. */
export async function* readSpool(pool: Pool, job: string, from: number): AsyncGenerator<Buffer> {
  let number = Math.floor(from / CHUNK_SIZE);
  let skip = from % CHUNK_SIZE;
  let coming = readPiece(pool, job, number);
  for (let piece = await coming; piece; piece = await coming) {
    coming = readPiece(pool, job, ++number);
    // It is heard when it is needed, and nowhere where nobody reads on.
    coming.catch(() => undefined);
    if (piece.length > skip) yield piece.subarray(skip);
    skip = 0;
  }
}

async function readPiece(pool: Pool, job: string, number: number): Promise<Buffer | null> {
  const { rows } = await pool.query<{ content: Buffer }>(READ, [job, number]);
  return rows[0] ? decompress(rows[0].content) : null;
}
