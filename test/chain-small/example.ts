import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AreaHierarchy, ChainBody } from '@lueckenlos/chain';

const FOLDER = join(__dirname, '..', 'examples', 'chain-small');

/** The worked example: inputs as the API takes them, and the tables that must come out. */
export const example = {
  chain: JSON.parse(read('chain.json')) as ChainBody,
  areas: JSON.parse(read('areas.json')) as AreaHierarchy,
  lines: (): string[] => read('events.ndjson').trimEnd().split('\n'),
};

export const TABLES = [
  'drop_offs_by_birth_year',
  'drop_offs_by_birth_year_and_poverty_risk',
  'drop_offs_by_school_year',
  'drop_offs_by_area',
  'flows_by_birth_year',
  'scope',
] as const;
export type TableName = (typeof TABLES)[number];

/** Counts by the other columns of the row, joined by commas. Rows that are absent mean zero. */
export type Table = Map<string, number>;

export interface Clocks {
  readonly asOf: string;
  readonly knownBefore: string;
}

/** The pairs of clocks at which the example says what must come out. */
export function clocks(): Clocks[] {
  const pairs = expectedRows('scope').map(([asOf, knownBefore]) => `${asOf} ${knownBefore}`);
  return [...new Set(pairs)].map((pair) => {
    const [asOf = '', knownBefore = ''] = pair.split(' ');
    return { asOf, knownBefore };
  });
}

/** An expected table at one pair of clocks. */
export function expectedTable(name: TableName, at: Clocks): Table {
  const rows = expectedRows(name).filter(([asOf, known]) => asOf === at.asOf && known === at.knownBefore);
  return new Map(rows.map((row) => [row.slice(2, -1).join(','), Number(row.at(-1))]));
}

/** The lines of a file of `expected/`, split into columns, without the header. */
export function expectedRows(file: string): string[][] {
  return read(join('expected', `${file}.csv`))
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) =>
      (line.match(/("[^"]*"|[^,]*)(,|$)/g) ?? []).map((cell) => cell.replace(/,$/, '').replace(/"/g, '')),
    )
    .map((cells) => cells.slice(0, -1));
}

function read(file: string): string {
  return readFileSync(join(FOLDER, file), 'utf8');
}

/** Adds to a table. */
export function count(table: Table, key: string, n = 1): void {
  table.set(key, (table.get(key) ?? 0) + n);
}
