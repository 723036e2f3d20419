import { loadSql } from '@lueckenlos/platform';
import { join } from 'node:path';
import type { PoolClient } from 'pg';
import type { ChangeRow, ChangeSet } from './change-set';

const SQL = join(__dirname, 'sql');
const ADD_CELLS = loadSql(SQL, 'add-cells.sql');
const FIND_CELLS = loadSql(SQL, 'find-cells.sql');
const ADD_SERIES = loadSql(SQL, 'add-series.sql');
const FIND_SERIES = loadSql(SQL, 'find-series.sql');
const ADD_CHANGES = loadSql(SQL, 'add-changes.sql');

/** Rows of one statement: large enough to be fast, small enough for the server's memory. */
const ROWS = 50_000;

/** Adds the gathered differences to the aggregate tables. */
export async function writeChanges(tx: PoolClient, changes: ChangeSet): Promise<void> {
  const rows = changes.rows();
  if (rows.length === 0) return;
  const cells = await cellIds(tx, changes);
  const series = await seriesIds(tx, changes);
  const sorted = rows
    .map((row) => ({ ...row, cell: cells[row.cell] ?? 0, series: series[row.series] ?? 0 }))
    .sort((a, b) => a.cell - b.cell || a.span - b.span || a.month - b.month || a.series - b.series);
  for (let start = 0; start < sorted.length; start += ROWS)
    await addRows(tx, sorted.slice(start, start + ROWS));
}

async function addRows(tx: PoolClient, rows: readonly ChangeRow[]): Promise<void> {
  await tx.query(ADD_CHANGES, [
    rows.map(({ cell }) => cell),
    rows.map(({ span }) => span),
    rows.map(({ month }) => month),
    rows.map(({ series }) => series),
    rows.map(({ n }) => n),
  ]);
}

async function cellIds(tx: PoolClient, { cells }: ChangeSet): Promise<number[]> {
  return ids(tx, ADD_CELLS, FIND_CELLS, [
    cells.map(({ chain }) => chain),
    cells.map(({ dimension }) => dimension),
    cells.map(({ cuboid }) => cuboid),
    cells.map(({ birthYear }) => birthYear),
    cells.map(({ schoolYear }) => schoolYear),
    cells.map(({ area }) => area),
    cells.map(({ povertyRisk }) => povertyRisk),
  ]);
}

async function seriesIds(tx: PoolClient, { series }: ChangeSet): Promise<number[]> {
  return ids(tx, ADD_SERIES, FIND_SERIES, [
    series.map(({ measure }) => measure),
    series.map(({ stage }) => stage),
    series.map(({ value }) => value),
  ]);
}

/** The id of each entry of the arrays, in their order; new entries are added first. */
async function ids(tx: PoolClient, add: string, find: string, columns: unknown[][]): Promise<number[]> {
  await tx.query(add, columns);
  const { rows } = await tx.query<{ id: number; place: number }>(find, columns);
  const found: number[] = [];
  for (const { id, place } of rows) found[place - 1] = id;
  return found;
}
