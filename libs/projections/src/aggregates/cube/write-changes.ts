import { packChanges, type PackedChanges } from '@lueckenlos/chain';
import { byteaArray, loadSql } from '@lueckenlos/platform';
import { join } from 'node:path';
import type { PoolClient } from 'pg';
import type { CellChanges, ChangeSet } from './change-set';

const SQL = join(__dirname, 'sql');
const FIND_CELLS = loadSql(SQL, 'find-cells.sql');
const SAVE_CELLS = loadSql(SQL, 'save-cells.sql');

/** Cells of one statement: bounds the memory of both sides. */
const CELLS = 1_000;

/** Adds the gathered differences to the cells. */
export async function writeChanges(tx: PoolClient, changes: ChangeSet): Promise<void> {
  await changes.series.saveNew(tx);
  const cells = changes.byCuboidCell();
  for (let start = 0; start < cells.length; start += CELLS) {
    await addToCells(tx, cells.slice(start, start + CELLS));
  }
}

async function addToCells(tx: PoolClient, cells: readonly CellChanges[]): Promise<void> {
  const keys = cells.map(({ key }) => key);
  const { rows } = await tx.query<CellRow>(FIND_CELLS, [keys]);
  const before = new Map(rows.map((row) => [row.key, { ...row, bytes: row.changes }]));
  const packed = cells.map(({ key, changes }) => packChanges(changes, before.get(key)));
  await tx.query(SAVE_CELLS, [keys, ...columns(cells), ...packedColumns(packed)]);
}

interface CellRow extends Pick<PackedChanges, 'months' | 'starts'> {
  readonly key: string;
  readonly changes: Buffer;
}

function packedColumns(packed: readonly PackedChanges[]): unknown[] {
  return [
    packed.map(({ months }) => `{${months.join()}}`),
    packed.map(({ starts }) => `{${starts.join()}}`),
    byteaArray(packed.map(({ bytes }) => bytes)),
  ];
}

function columns(cells: readonly CellChanges[]): unknown[][] {
  return [
    cells.map(({ cell }) => cell.chain),
    cells.map(({ cell }) => cell.dimension),
    cells.map(({ cell }) => cell.cuboid),
    cells.map(({ cell }) => cell.birthYear),
    cells.map(({ cell }) => cell.schoolYear),
    cells.map(({ cell }) => cell.area),
    cells.map(({ cell }) => cell.povertyRisk),
  ];
}
