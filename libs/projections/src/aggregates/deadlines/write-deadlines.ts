import { packChanges, type PackedChanges } from '@lueckenlos/chain';
import { byteaArray, loadSql } from '@lueckenlos/platform';
import { join } from 'node:path';
import type { PoolClient } from 'pg';
import type { ChangedCell, DeadlineChanges } from './deadline-changes';

const SQL = join(__dirname, 'sql');
const FIND_CELLS = loadSql(SQL, 'find-cells.sql');
const SAVE_CELLS = loadSql(SQL, 'save-cells.sql');

/** Rows of one statement: bounds the memory of both sides. */
const ROWS = 1_000;

/** Adds the gathered differences to the rows. */
export async function writeDeadlines(tx: PoolClient, changes: DeadlineChanges): Promise<void> {
  const cells = changes.changed();
  for (let start = 0; start < cells.length; start += ROWS) {
    await addToCells(tx, cells.slice(start, start + ROWS));
  }
}

interface CellRow extends Pick<PackedChanges, 'months' | 'starts'> {
  readonly key: string;
  readonly changes: Buffer;
}

async function addToCells(tx: PoolClient, cells: readonly ChangedCell[]): Promise<void> {
  const keys = cells.map(({ key }) => key);
  const { rows } = await tx.query<CellRow>(FIND_CELLS, [keys]);
  const before = new Map(rows.map((row) => [row.key, { ...row, bytes: row.changes }]));
  const packed = cells.map(({ key, changes }) => packChanges(changes, before.get(key)));
  await tx.query(SAVE_CELLS, [
    keys,
    cells.map(({ chain }) => chain),
    cells.map(({ stage }) => stage),
    cells.map(({ dimension }) => dimension),
    cells.map(({ cell }) => cell.birthYear),
    cells.map(({ cell }) => cell.schoolYear),
    cells.map(({ cell }) => cell.area),
    cells.map(({ cell }) => cell.povertyRisk),
    cells.map(({ deadline }) => deadline),
    packed.map(({ months }) => `{${months.join()}}`),
    packed.map(({ starts }) => `{${starts.join()}}`),
    byteaArray(packed.map(({ bytes }) => bytes)),
  ]);
}
