import { parquetWriteBuffer } from 'hyparquet-writer';
import { statusOf, type ExportedRow, type ExportedTable } from './exported-table';

/** The columns of a table behind its breakdowns. */
export const COUNT_COLUMNS = ['measure', 'stage', 'value', 'n', 'status'] as const;

/** CSV after RFC 4180, in UTF-8 without a byte order mark; a count that is not shown is empty. */
export function csvOf({ breakdowns, rows }: ExportedTable): string {
  const lines = rows.map((row) => [...row.at, row.measure, row.stage, row.value, row.n ?? '', statusOf(row)]);
  return [[...breakdowns, ...COUNT_COLUMNS], ...lines]
    .map((cells) => `${cells.map((cell) => quoted(String(cell))).join(',')}\r\n`)
    .join('');
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The same rows as Parquet. */
export function parquetOf({ breakdowns, rows }: ExportedTable): Uint8Array {
  const texts = (name: string, of: (row: ExportedRow) => string) => ({
    name,
    data: rows.map(of),
    type: 'STRING' as const,
    nullable: false,
  });
  const columnData = [
    ...breakdowns.map((name, i) => texts(name, ({ at }) => at[i] ?? '')),
    texts('measure', ({ measure }) => measure),
    texts('stage', ({ stage }) => stage),
    texts('value', ({ value }) => value),
    { name: 'n', data: rows.map(({ n }) => n), type: 'INT32' as const, nullable: true },
    texts('status', statusOf),
  ];
  return new Uint8Array(parquetWriteBuffer({ columnData }));
}

/** The same as a dataset of JSON-stat 2.0 (https://json-stat.org/full/); `status` marks what was published as zero. */
export function jsonStatOf({ cube, breakdowns, rows }: ExportedTable, label: string): object {
  const names = [...breakdowns, 'measure', 'stage', 'value'];
  const coordinates = rows.map((row) => [...row.at, row.measure, row.stage, row.value]);
  const categories = names.map((_, i) => [...new Set(coordinates.map((at) => at[i] ?? ''))]);
  const places = categories.map((ids) => new Map(ids.map((id, i) => [id, i])));
  const indexOf = (at: readonly string[]): number =>
    at.reduce((sum, id, i) => sum * (categories[i]?.length ?? 1) + (places[i]?.get(id) ?? 0), 0);
  const value: Record<string, number> = {};
  const status: Record<string, string> = {};
  for (const [i, row] of rows.entries()) {
    const place = indexOf(coordinates[i] ?? []);
    if (row.n === null) status[place] = statusOf(row);
    else value[place] = row.n;
  }
  return {
    version: '2.0',
    class: 'dataset',
    label: `${label} · ${cube}`,
    id: names,
    size: categories.map(({ length }) => length),
    dimension: Object.fromEntries(
      names.map((name, i) => [name, { label: name, category: { index: categories[i] } }]),
    ),
    value,
    status,
    extension: { additive: false },
  };
}
