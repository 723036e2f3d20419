import { formatMonth, readChange, readEvent, unpackCurveCounts, type CurvePart } from '@lueckenlos/chain';
import type { Pool } from 'pg';

/** The counts of each cell of the curves, in words: `birth origin t what n`. */
export type Curves = Map<string, string[]>;

interface CellRow {
  chain: string;
  measure: string;
  from_stage: string;
  cuboid: string;
  part: CurvePart;
  birth_year: number;
  stratum: string;
  counts: Buffer;
}

/** All curves of a version, by names instead of numbers, which depend on the order of arrival. */
export async function readCurves(pool: Pool, version: number): Promise<Curves> {
  const schema = `drop_offs_${version}`;
  const stages = await namesOf(pool, `SELECT id, stage AS name FROM ${schema}.curve_stage`);
  const stratum = "concat_ws(' ', coalesce(area, '?'), coalesce(poverty_risk::text, '?'))";
  const strata = await namesOf(pool, `SELECT id, ${stratum} AS name FROM ${schema}.curve_stratum`);
  const { rows } = await pool.query<CellRow>(
    `SELECT chain, measure, from_stage, cuboid, part, birth_year, ${stratum} AS stratum, counts
     FROM ${schema}.curve_cell AS cell JOIN ${schema}.curve_lane AS lane ON lane.id = cell.lane
     JOIN ${schema}.curve_stratum ON curve_stratum.id = cell.stratum`,
  );
  const curves: Curves = new Map();
  for (const { counts, ...cell } of rows) {
    const lines: string[] = [];
    unpackCurveCounts(counts, cell.birth_year, (birth, origin, t, series, n) => {
      const what = cell.part === 'change' ? changeOf(series, stages, strata) : eventOf(series, stages);
      lines.push(`${formatMonth(birth)} ${formatMonth(origin)} ${t} ${what} ${n}`);
    });
    if (lines.length > 0) curves.set(Object.values(cell).join(' '), lines.sort());
  }
  return new Map([...curves].sort(([a], [b]) => (a < b ? -1 : 1)));
}

type Names = ReadonlyMap<number, string>;

function changeOf(series: number, stages: Names, strata: Names): string {
  const { to, into } = readChange(series);
  return `${stages.get(to) ?? '-'} into ${strata.get(into)}`;
}

function eventOf(series: number, stages: Names): string {
  const { to, kind, lag } = readEvent(series);
  return `${stages.get(to) ?? '-'} ${kind} +${lag}`;
}

async function namesOf(pool: Pool, sql: string): Promise<Names> {
  const { rows } = await pool.query<{ id: number; name: string }>(sql);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
