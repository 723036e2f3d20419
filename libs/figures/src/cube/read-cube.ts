import { unpackChanges, type Cell, type Measure, type Month, type Observation } from '@lueckenlos/chain';
import { loadSql } from '@lueckenlos/platform';
import { join } from 'node:path';
import type { PoolClient } from 'pg';
import type { FigureQuery } from '../query/figure-query';
import { cuboidFor, project, type CubeRow } from './cube';
import { neededColumns } from './filters';

const SQL = join(__dirname, 'sql');
const READ_CELLS = loadSql(SQL, 'read-cells.sql');
const SERIES = loadSql(SQL, 'series.sql');

interface CellRow {
  birth_year: number | null;
  school_year: number | null;
  area: string | null;
  poverty_risk: boolean | null;
  changes: Buffer;
}

/** The counts at the as-of month with everything known up to the position. Cost: the cube's size, not the log's. */
export async function readCube(
  tx: PoolClient,
  query: Pick<FigureQuery, 'chain' | 'asOf' | 'by' | 'filters' | 'dimension'>,
  measures: readonly Measure[],
): Promise<CubeRow[]> {
  const { chain, asOf, filters, dimension } = query;
  const needed = neededColumns(query);
  // 'first' holds the difference to 'last'; without area and poverty risk the two don't differ.
  const dimensions =
    dimension === 'first' && (needed.area || needed.povertyRisk) ? ['last', 'first'] : ['last'];
  const { birthYear, schoolYear, area, povertyRisk } = filters;
  const wanted = [chain, cuboidFor(needed), dimensions, birthYear, schoolYear, area, povertyRisk];
  const { rows } = await tx.query<CellRow>(READ_CELLS, wanted);
  const table = new Map<string, { cell: Cell; sums: number[] }>();
  for (const row of rows) addCell(table, project(cellOf(row), needed), row.changes, asOf);
  return cubeRows([...table.values()], await seriesOf(tx, measures));
}

function cellOf({ birth_year, school_year, area, poverty_risk }: CellRow): Cell {
  return { birthYear: birth_year, schoolYear: school_year, area, povertyRisk: poverty_risk };
}

function addCell(
  table: Map<string, { cell: Cell; sums: number[] }>,
  cell: Cell,
  changes: Buffer,
  asOf: Month,
): void {
  const key = `${cell.birthYear}\t${cell.schoolYear}\t${cell.area}\t${cell.povertyRisk}`;
  const entry = table.get(key) ?? { cell, sums: [] };
  table.set(key, entry);
  const { sums } = entry;
  unpackChanges(changes, asOf, (_month, series, n) => {
    sums[series] = (sums[series] ?? 0) + n;
  });
}

async function seriesOf(
  tx: PoolClient,
  measures: readonly Measure[],
): Promise<(Observation & { id: number })[]> {
  return (await tx.query<Observation & { id: number }>(SERIES, [measures])).rows;
}

function cubeRows(
  cells: readonly { cell: Cell; sums: readonly number[] }[],
  series: readonly (Observation & { id: number })[],
): CubeRow[] {
  return cells.flatMap(({ cell, sums }) =>
    series.flatMap(({ id, measure, stage, value }) => {
      const n = sums[id] ?? 0;
      return n === 0 ? [] : [{ cell, measure, stage, value, n }];
    }),
  );
}
