import { isUtf8 } from 'node:buffer';
import { ProblemError, type Fault } from '@lueckenlos/platform';
import { csvFields } from './csv-fields';
import '../imports.problems';

/** The columns of the contract. */
export const CSV_COLUMNS = [
  'id',
  'type',
  'subject',
  'occurredOn',
  'stage',
  'area',
  'povertyRisk',
  'corrects',
  'retracts',
  'reason',
  'knownat',
  'other',
] as const;
export type CsvColumn = (typeof CSV_COLUMNS)[number];

/** Without these no row can be right; the others may be left out where no row needs them. */
const REQUIRED: readonly CsvColumn[] = ['id', 'type', 'subject'];

const isColumn = (name: string): name is CsvColumn => (CSV_COLUMNS as readonly string[]).includes(name);

/**
 * Reads the first line of a CSV file: the columns, in the file's own order.
 * @throws ProblemError naming every column that is missing, unknown or there twice
 */
export function csvHeader(bytes: Buffer | null): readonly CsvColumn[] {
  const names = bytes && isUtf8(bytes) ? (csvFields(bytes.toString('utf8')) ?? []) : [];
  const allowed = { allowed: CSV_COLUMNS };
  const faults: Fault[] = [
    ...REQUIRED.filter((name) => !names.includes(name)).map((name): Fault => ({
      code: 'imports.missing-column',
      params: { column: name },
    })),
    ...names
      .filter((name) => !isColumn(name))
      .slice(0, CSV_COLUMNS.length)
      .map((): Fault => ({ code: 'imports.unknown-column', params: allowed })),
    ...names
      .filter((name, at) => isColumn(name) && names.indexOf(name) !== at)
      .map((name): Fault => ({ code: 'imports.repeated-column', params: { column: name } })),
  ];
  if (faults[0]) throw new ProblemError(faults);
  return names.filter(isColumn);
}
