import type { Pool } from 'pg';
import type { RawRow } from '../../record-events/row';
import type { ImportJob } from '../job/import-job';
import { RecordSplitter } from '../lines/record-splitter';
import type { SplitRecord } from '../lines/split-record';
import { readSpool } from '../spool/spool-reader';
import { ChunkBuilder, type RowChunk } from './row-chunk';
import { rowFormat, type RowFormat } from './row-format';

/** The rows of a spooled file behind the place up to which the job is done, chunk by chunk. */
export async function* readRows(pool: Pool, job: ImportJob, lineLimit: number): AsyncGenerator<RowChunk> {
  const format = rowFormat(job, await beginningOf(pool, job), lineLimit);
  const { readBytes, readLines } = job.readBytes === 0 ? format.start : job;
  const builder = new ChunkBuilder();
  let last = { readBytes, readLines };
  const splitter = new RecordSplitter({ end: format.end, limit: lineLimit, readBytes, readLines });
  for await (const records of splits(readSpool(pool, job.id, readBytes), splitter)) {
    for (const record of records) {
      last = record;
      if (isBlank(record.bytes)) continue;
      builder.add((index) => rowOf(index, record, format, lineLimit), record.line, record.bytes?.length ?? 0);
      if (builder.isFull) yield builder.take(record.readBytes, record.readLines);
    }
  }
  if (!builder.isEmpty) yield builder.take(last.readBytes, last.readLines);
}

async function* splits(
  pieces: AsyncIterable<Buffer>,
  splitter: RecordSplitter,
): AsyncGenerator<Iterable<SplitRecord>> {
  for await (const piece of pieces) yield splitter.push(piece);
  yield splitter.finish();
}

async function beginningOf(pool: Pool, job: ImportJob): Promise<Buffer> {
  for await (const piece of readSpool(pool, job.id, 0)) return piece;
  return Buffer.alloc(0);
}

function rowOf(index: number, { bytes, broken }: SplitRecord, format: RowFormat, limit: number): RawRow {
  if (bytes !== null) return { ...format.parse(bytes), index };
  return { index, faults: [{ code: `imports.${broken ?? 'broken-line'}`, pointer: '', params: { limit } }] };
}

const SPACES = new Set([0x20, 0x09, 0x0d, 0x0a]);

/** Empty lines say nothing and are not rows. */
function isBlank(bytes: Buffer | null): boolean {
  return bytes !== null && bytes.every((byte) => SPACES.has(byte));
}
