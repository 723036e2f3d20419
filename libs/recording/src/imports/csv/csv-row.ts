import { isUtf8 } from 'node:buffer';
import type { Fault } from '@lueckenlos/platform';
import type { ParsedLine } from '../lines/parse-json-line';
import { csvEvent } from './csv-event';
import { csvFields } from './csv-fields';
import type { CsvColumn } from './csv-header';

const faulty = (code: string, params?: Fault['params']): ParsedLine => ({
  faults: [{ code, pointer: '', params }],
});

/** Reads one record of CSV. It never throws: a broken one is one rejection. */
export function parseCsvRow(bytes: Buffer, columns: readonly CsvColumn[], source: string): ParsedLine {
  if (!isUtf8(bytes)) return faulty('imports.invalid-utf8');
  const fields = csvFields(bytes.toString('utf8'));
  if (fields === null) return faulty('imports.broken-quotes');
  if (fields.length !== columns.length) {
    return faulty('imports.wrong-field-count', { expected: columns.length, found: fields.length });
  }
  return { value: csvEvent(columns, fields, source) };
}

/** Who sent a row of CSV knows columns, not the members of an event. */
export function inColumns(fault: Fault): Fault {
  return { ...fault, pointer: fault.pointer?.replace(/^\/data(?=\/)/, '') };
}
