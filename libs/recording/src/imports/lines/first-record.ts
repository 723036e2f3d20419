import { CsvRecordEnd } from './record-end';
import { RecordSplitter } from './record-splitter';
import type { SplitRecord } from './split-record';

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** Bytes of a byte order mark at the beginning of a file; Excel writes one. */
export function byteOrderMark(beginning: Buffer): number {
  return beginning.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
}

/** The first record of a CSV file, its header; null in an empty one. */
export function firstRecord(beginning: Buffer, limit: number): SplitRecord | null {
  const readBytes = byteOrderMark(beginning);
  const splitter = new RecordSplitter({ end: new CsvRecordEnd(), limit, readBytes, readLines: 0 });
  for (const record of splitter.push(beginning.subarray(readBytes))) return record;
  for (const record of splitter.finish()) return record;
  return null;
}
