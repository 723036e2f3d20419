import { packCurveCounts } from '@lueckenlos/chain';
import { byteaArray, loadSql, plainArray } from '@lueckenlos/platform';
import { join } from 'node:path';
import type { PoolClient } from 'pg';
import type { CellOfCurves } from './gathered-cells';

const SQL = join(__dirname, 'sql');
const FIND_CELLS = loadSql(SQL, 'find-cells.sql');
const SAVE_CELLS = loadSql(SQL, 'save-cells.sql');

/** Cells of one statement: bounds the memory of both sides. */
const CELLS = 1_000;

/** Adds what has gathered to the cells. */
export async function writeCells(tx: PoolClient, cells: readonly CellOfCurves[]): Promise<void> {
  for (let start = 0; start < cells.length; start += CELLS) {
    await addToCells(tx, cells.slice(start, start + CELLS));
  }
}

async function addToCells(tx: PoolClient, cells: readonly CellOfCurves[]): Promise<void> {
  const places = columns(cells);
  const { rows } = await tx.query<{ place: number; counts: Buffer }>(FIND_CELLS, places);
  const before = new Map(rows.map(({ place, counts }) => [place, counts]));
  const packed = cells.map(({ counts }, i) => packCurveCounts(counts, before.get(i + 1)));
  await tx.query(SAVE_CELLS, [...places, byteaArray(packed)]);
}

function columns(cells: readonly CellOfCurves[]): string[] {
  return [
    plainArray(cells.map(({ lane }) => lane)),
    plainArray(cells.map(({ birthYear }) => birthYear)),
    plainArray(cells.map(({ stratum }) => stratum)),
  ];
}
