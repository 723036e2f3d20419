import { addCounts } from '@lueckenlos/chain';
import { loadSql } from '@lueckenlos/platform';
import { join } from 'node:path';
import type { PoolClient } from 'pg';
import type { FigureQuery } from '../query/figure-query';
import { cuboidFor } from './cube';
import { neededColumns } from './filters';
import type { GroupTable } from './group-table';

const SQL = join(__dirname, 'sql');
const READ_CELLS = loadSql(SQL, 'read-cells.sql');
const SET_TABLE_SCANS = loadSql(SQL, 'set-table-scans.sql');

interface CellRow {
  birth_year: number | null;
  school_year: number | null;
  area: string | null;
  poverty_risk: boolean | null;
  page: Buffer;
}

/**
 * Adds the counts at the as-of month with everything known up to the position. Of each cell one page is read: the cost
 * goes with the number of cells, not with what happened in them.
 */
export async function readCube(
  tx: PoolClient,
  query: Pick<FigureQuery, 'chain' | 'asOf' | 'by' | 'filters' | 'dimension'>,
  table: GroupTable,
): Promise<void> {
  const { chain, asOf, filters, dimension } = query;
  const needed = neededColumns(query);
  // 'first' holds the difference to 'last'; without area and poverty risk the two don't differ.
  const dimensions =
    dimension === 'first' && (needed.area || needed.povertyRisk) ? ['last', 'first'] : ['last'];
  const { birthYear, schoolYear, area, povertyRisk } = filters;
  const wanted = [chain, cuboidFor(needed), dimensions, birthYear, schoolYear, area, povertyRisk, asOf];
  for (const { birth_year, school_year, area, poverty_risk, page } of await cellRows(tx, wanted)) {
    const cell = { birthYear: birth_year, schoolYear: school_year, area, povertyRisk: poverty_risk };
    addCounts(page, asOf, table.countsOf(cell));
  }
}

/**
 * After a fill most of the table is versions of cells that are gone, and statistics know nothing of it: a scan would take
 * longer the more was filled in, the index takes as long as there are cells.
 */
async function cellRows(tx: PoolClient, wanted: readonly unknown[]): Promise<CellRow[]> {
  await tx.query(SET_TABLE_SCANS, ['off']);
  const { rows } = await tx.query<CellRow>(READ_CELLS, [...wanted]);
  await tx.query(SET_TABLE_SCANS, ['on']);
  return rows;
}
