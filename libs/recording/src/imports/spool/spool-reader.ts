import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import type { Pool } from 'pg';
import { loadSql } from '@lueckenlos/platform';
import { CHUNK_SIZE } from './chunk-size';

const READ = loadSql(`${__dirname}/sql`, 'read-chunk.sql');
const decompress = promisify<Buffer, Buffer>(inflateRaw);

/** The bytes of a spooled file from a place on, piece by piece. */
export async function* readSpool(pool: Pool, job: string, from: number): AsyncGenerator<Buffer> {
  let skip = from % CHUNK_SIZE;
  for (let number = Math.floor(from / CHUNK_SIZE); ; number++) {
    const { rows } = await pool.query<{ content: Buffer }>(READ, [job, number]);
    if (!rows[0]) return;
    const chunk = await decompress(rows[0].content);
    if (chunk.length > skip) yield chunk.subarray(skip);
    skip = 0;
  }
}
