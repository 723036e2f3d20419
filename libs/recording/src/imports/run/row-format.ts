import type { Fault } from '@lueckenlos/platform';
import { csvHeader } from '../csv/csv-header';
import { inColumns, parseCsvRow } from '../csv/csv-row';
import type { ImportJob } from '../job/import-job';
import { byteOrderMark, firstRecord } from '../lines/first-record';
import { parseJsonLine, type ParsedLine } from '../lines/parse-json-line';
import { CsvRecordEnd, lineEnd, type RecordEnd } from '../lines/record-end';
import { sourceOf } from '../../record-events/context-of';

/** How the rows of a file are found and read. */
export interface RowFormat {
  readonly end: RecordEnd;
  /** Where the first row can begin. */
  readonly start: { readonly readBytes: number; readonly readLines: number };
  parse(record: Buffer): ParsedLine;
}

/** The beginning of the file tells whether there is a byte order mark, and which columns a CSV file has. */
export function rowFormat(job: ImportJob, beginning: Buffer, lineLimit: number): RowFormat {
  if (job.media === 'ndjson') {
    return {
      end: lineEnd,
      start: { readBytes: byteOrderMark(beginning), readLines: 0 },
      parse: parseJsonLine,
    };
  }
  const header = firstRecord(beginning, lineLimit);
  const columns = csvHeader(header?.bytes ?? null);
  const source = sourceOf(job.identity.agency);
  return {
    end: new CsvRecordEnd(),
    start: { readBytes: header?.readBytes ?? 0, readLines: header?.readLines ?? 0 },
    parse: (record) => parseCsvRow(record, columns, source),
  };
}

/** A fault in the words of who sent the file. */
export function faultIn(media: ImportJob['media'], fault: Fault): Fault {
  return media === 'csv' ? inColumns(fault) : fault;
}
