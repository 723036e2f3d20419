import { csvLine } from '@lueckenlos/platform';

/** An entry as it is answered. */
export interface ReadEntry {
  /** Entries come in the order of their ids; an id says nothing else. */
  readonly id: string;
  /** RFC 3339 UTC. */
  readonly at: Date;
  readonly client: string;
  readonly role: string;
  readonly agency: string | null;
  readonly purpose: string | null;
  readonly operation: string;
  readonly resource: string;
  readonly outcome: string;
}

export const COLUMNS = [
  'id',
  'at',
  'client',
  'role',
  'agency',
  'purpose',
  'operation',
  'resource',
  'outcome',
] as const satisfies readonly (keyof ReadEntry)[];

export const CSV_HEADER = csvLine(COLUMNS);

/** A line of CSV. */
export function entryAsCsv(entry: ReadEntry): string {
  const { at, ...texts } = entry;
  const values = { ...texts, at: at.toISOString() };
  return csvLine(COLUMNS.map((column) => values[column]));
}

/** A line of NDJSON. */
export function entryAsJsonLine(entry: ReadEntry): string {
  return `${JSON.stringify(entry)}\n`;
}
