import type { CurveDimension, CurveNames, CurvePart, GroupedTables, StepTable } from '@lueckenlos/chain';
import { loadSql } from '@lueckenlos/platform';
import { join } from 'node:path';
import type { PoolClient } from 'pg';
import { neededColumns } from '../cube/filters';
import type { FigureQuery } from '../query/figure-query';

const SQL = join(__dirname, 'sql');
const READ_CELLS = loadSql(SQL, 'read-cells.sql');
const STAGES = loadSql(SQL, 'stages.sql');
const STRATA = loadSql(SQL, 'strata.sql');

/** The part that says of each dimension who is counted otherwise than in the months of a stratum. */
const CHANGES: Readonly<Record<CurveDimension, CurvePart>> = { then: 'change', last: 'last' };

interface CellRow {
  readonly from_stage: string;
  readonly part: CurvePart;
  readonly birth_year: number;
  readonly stratum: number;
  readonly counts: Buffer;
}

/** Which counts a question needs. */
export interface WantedCounts {
  readonly measure: 'since' | 'furthest';
  /** The stage to begin at; null for all. */
  readonly from: string | null;
  readonly isWanted: (to: string) => boolean;
  readonly dimension: CurveDimension;
}

/** Adds all that was known up to the position. The cost goes with the number of cells, not with that of events. */
export async function addCounts(
  tx: PoolClient,
  query: FigureQuery,
  { measure, from, isWanted, dimension }: WantedCounts,
  tables: GroupedTables<StepTable>,
): Promise<void> {
  const { birthYear, area, povertyRisk } = query.filters;
  const needed = neededColumns(query);
  const cuboid = needed.area ? 'full' : 'poverty';
  // Where nothing is told apart that changes in a life, nobody comes from one group into another.
  const parts = needed.area || needed.povertyRisk ? ['then', CHANGES[dimension]] : ['then'];
  const addCell = tables.adderOf(await curveNames(tx, isWanted));
  const wanted = [query.chain, measure, from, cuboid, parts, birthYear, area, povertyRisk];
  const { rows } = await tx.query<CellRow>(READ_CELLS, wanted);
  for (const { from_stage, part, birth_year, stratum, counts } of rows) {
    addCell({ from: from_stage, part, stratum, birthYear: birth_year, counts });
  }
}

async function curveNames(tx: PoolClient, isWanted: (to: string) => boolean): Promise<CurveNames> {
  const { rows: stages } = await tx.query<{ id: number; stage: string }>(STAGES);
  const { rows } = await tx.query<{ id: number; area: string | null; poverty_risk: boolean | null }>(STRATA);
  const wanted = new Map([{ id: 0, stage: '' }, ...stages].map(({ id, stage }) => [id, stage]));
  for (const [id, stage] of wanted) if (!isWanted(stage)) wanted.delete(id);
  const strata = new Map(rows.map(({ id, area, poverty_risk }) => [id, { area, povertyRisk: poverty_risk }]));
  return {
    stage: (id) => wanted.get(id),
    stratum: (id) => strata.get(id) ?? { area: null, povertyRisk: null },
  };
}
