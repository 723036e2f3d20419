import { addCounts } from '@lueckenlos/chain';
import { loadSql } from '@lueckenlos/platform';
import { join } from 'node:path';
import type { PoolClient } from 'pg';
import type { FigureQuery } from '../query/figure-query';
import { cuboidFor } from './cube';
import { neededColumns } from './filters';
import type { GroupTable } from './group-table';
import { pagesIn } from './pages';

const SQL = join(__dirname, 'sql');
const READ_CELLS = loadSql(SQL, 'read-cells.sql');
const SET_TABLE_SCANS = loadSql(SQL, 'set-table-scans.sql');

/** The cells that are counted in one group; null in the columns that it does not tell apart. */
interface CellsRow {
  birth_year: number | null;
  school_year: number | null;
  area: string | null;
  poverty_risk: boolean | null;
  pages: Buffer;
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
  const { chain, asOf, by, filters, dimension } = query;
  const needed = neededColumns(query);
  // 'first' holds the difference to 'last'; without area and poverty risk the two don't differ.
  const dimensions =
    dimension === 'first' && (needed.area || needed.povertyRisk) ? ['last', 'first'] : ['last'];
  const { birthYear, schoolYear, area, povertyRisk } = filters;
  const wanted = [chain, cuboidFor(needed), dimensions, birthYear, schoolYear, area, povertyRisk, asOf, by];
  for (const { birth_year, school_year, area, poverty_risk, pages } of await cellRows(tx, wanted)) {
    const cell = { birthYear: birth_year, schoolYear: school_year, area, povertyRisk: poverty_risk };
    const counts = table.countsOf(cell);
    for (const page of pagesIn(pages)) addCounts(page, asOf, counts);
  }
}

/**
 * A table that is written much holds more versions of cells that are gone than cells, and statistics learn of it late: a scan
 * would take longer the more was written, the index takes as long as there are cells.
 */
async function cellRows(tx: PoolClient, wanted: readonly unknown[]): Promise<CellsRow[]> {
  await tx.query(SET_TABLE_SCANS, ['off']);
  const { rows } = await tx.query<CellsRow>(READ_CELLS, [...wanted]);
  await tx.query(SET_TABLE_SCANS, ['on']);
  return rows;
}
