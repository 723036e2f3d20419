import { formatMonth, unpackChanges, unpackDeliveries } from '@lueckenlos/chain';
import type { Pool } from 'pg';

/** The changes of each cell, in words: `month measure stage value n`. */
export type Cube = Map<string, string[]>;

interface CellRow {
  key: string;
  months: number[];
  starts: number[];
  changes: Buffer;
}

interface SeriesRow {
  id: number;
  measure: string;
  stage: string;
  value: string;
}

/** The whole cube of a version. A cell whose changes cancelled out is like one that never was. */
export async function readCube(pool: Pool, version: number): Promise<Cube> {
  const schema = `drop_offs_${version}`;
  const series = await pool.query<SeriesRow>(`SELECT id, measure, stage, value FROM ${schema}.series`);
  const names = new Map(series.rows.map((s) => [s.id, `${s.measure} ${s.stage} ${s.value}`]));
  const cells = await pool.query<CellRow>(
    `SELECT key, months, starts, changes FROM ${schema}.cell ORDER BY key`,
  );
  const cube: Cube = new Map();
  for (const { key, months, starts, changes } of cells.rows) {
    const lines: string[] = [];
    unpackChanges({ months, starts, bytes: changes }, (month, id, n) =>
      lines.push(`${formatMonth(month)} ${names.get(id) ?? `unknown series ${id}`} ${n}`),
    );
    if (lines.length > 0) cube.set(key, lines.sort());
  }
  return cube;
}

/** The counts by deadline, each change in words: `month series n`. */
export async function readDeadlines(pool: Pool, version: number): Promise<Cube> {
  const { rows } = await pool.query<CellRow>(
    `SELECT key, months, starts, changes FROM drop_offs_${version}.deadline_cell ORDER BY key`,
  );
  const cells: Cube = new Map();
  for (const { key, months, starts, changes } of rows) {
    const lines: string[] = [];
    unpackChanges({ months, starts, bytes: changes }, (month, series, n) =>
      lines.push(`${formatMonth(month)} ${series} ${n}`),
    );
    if (lines.length > 0) cells.set(key, lines);
  }
  return cells;
}

/** What is filed about each case and in which family, in an order that doesn't depend on that of arrival. */
export async function readCases(pool: Pool, version: number): Promise<[string, string[]][]> {
  const { rows } = await pool.query<{ case_id: string; family: string | null; deliveries: string }>(
    `SELECT case_id, family, deliveries FROM drop_offs_${version}.filed_case ORDER BY case_id`,
  );
  return rows.map(({ case_id, family, deliveries }) => {
    const filed = unpackDeliveries(case_id, deliveries).map((one) => JSON.stringify(one));
    return [`${case_id} of ${family}`, filed.sort()];
  });
}
