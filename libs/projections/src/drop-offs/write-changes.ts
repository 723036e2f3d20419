import { SeriesChanges, unpackChanges } from '@lueckenlos/chain';
import { loadSql } from '@lueckenlos/platform';
import { join } from 'node:path';
import type { PoolClient } from 'pg';
import type { ChangeSet } from './change-set';
import type { CuboidCell } from './cuboids';

const SQL = join(__dirname, 'sql');
const FIND_CELLS = loadSql(SQL, 'find-cells.sql');
const SAVE_CELLS = loadSql(SQL, 'save-cells.sql');
const ADD_SERIES = loadSql(SQL, 'add-series.sql');
const FIND_SERIES = loadSql(SQL, 'find-series.sql');

/** Cells of one statement: bounds the memory of both sides. */
const CELLS = 1_000;

/** Adds the gathered differences to the cells. */
export async function writeChanges(tx: PoolClient, changes: ChangeSet): Promise<void> {
  const found = [...changes.byCuboidCell()];
  if (found.length === 0) return;
  const series = await seriesIds(tx, changes);
  for (let start = 0; start < found.length; start += CELLS) {
    await addToCells(tx, found.slice(start, start + CELLS), series);
  }
}

async function addToCells(
  tx: PoolClient,
  cells: readonly (readonly [CuboidCell, SeriesChanges])[],
  seriesIds: readonly number[],
): Promise<void> {
  const keys = keyColumns(cells.map(([cell]) => cell));
  const { rows } = await tx.query<{ place: number; changes: Buffer }>(FIND_CELLS, keys);
  const before = new Map(rows.map(({ place, changes }) => [place - 1, changes]));
  const packed = cells.map(([, changes], i) => merge(before.get(i), changes, seriesIds));
  await tx.query(SAVE_CELLS, [...keys, packed]);
}

function merge(before: Buffer | undefined, changes: SeriesChanges, seriesIds: readonly number[]): Buffer {
  const merged = new SeriesChanges();
  if (before) unpackChanges(before, Infinity, (month, series, n) => merged.add(month, series, n));
  changes.forEach((month, series, n) => merged.add(month, seriesIds[series] ?? 0, n));
  return merged.pack();
}

function keyColumns(cells: readonly CuboidCell[]): unknown[][] {
  return [
    cells.map(({ chain }) => chain),
    cells.map(({ dimension }) => dimension),
    cells.map(({ cuboid }) => cuboid),
    cells.map(({ birthYear }) => birthYear),
    cells.map(({ schoolYear }) => schoolYear),
    cells.map(({ area }) => area),
    cells.map(({ povertyRisk }) => povertyRisk),
  ];
}

/** The id of each series, in their order; new ones are added first. */
async function seriesIds(tx: PoolClient, { series }: ChangeSet): Promise<number[]> {
  const columns = [
    series.map(({ measure }) => measure),
    series.map(({ stage }) => stage),
    series.map(({ value }) => value),
  ];
  await tx.query(ADD_SERIES, columns);
  const { rows } = await tx.query<{ id: number; place: number }>(FIND_SERIES, columns);
  const found: number[] = [];
  for (const { id, place } of rows) found[place - 1] = id;
  return found;
}
