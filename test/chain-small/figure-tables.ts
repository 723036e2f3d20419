import { parseMonth } from '@lueckenlos/chain';
import {
  dropOffRows,
  flowRows,
  readFigure,
  scopeCounts,
  type Breakdown,
  type Figure,
} from '@lueckenlos/figures';
import type { Pool } from 'pg';
import type { Clocks, Table, TableName } from './example';

/** Asks the read models for the tables of the example. */
export async function figureTables(pool: Pool, at: Clocks): Promise<Record<TableName, Table>> {
  const ask = (by: Breakdown[], dimension: 'first' | 'last' = 'last'): Promise<Figure> =>
    readFigure(
      pool,
      {
        chain: 'example',
        asOf: parseMonth(at.asOf) ?? NaN,
        knownBefore: new Date(at.knownBefore),
        by,
        filters: { birthYear: null, schoolYear: null, area: null, povertyRisk: null },
        level: null,
        boundaries: parseMonth(at.asOf) ?? NaN,
        dimension,
        minPosition: null,
      },
      ['scope', 'status', 'window', 'next'],
    );
  const byBirthYear = await ask(['birthYear']);
  return {
    drop_offs_by_birth_year: statusTable(byBirthYear, ['birthYear']),
    drop_offs_by_birth_year_and_poverty_risk: statusTable(await ask(['birthYear', 'povertyRisk']), [
      'birthYear',
      'povertyRisk',
    ]),
    drop_offs_by_school_year: statusTable(await ask(['schoolYear']), ['schoolYear']),
    drop_offs_by_area: new Map([
      ...prefixed('first', statusTable(await ask(['area'], 'first'), ['area'])),
      ...prefixed('last', statusTable(await ask(['area'], 'last'), ['area'])),
    ]),
    flows_by_birth_year: new Map(
      flowRows(byBirthYear).map(({ group, from, to, count }) => [
        `${group.birthYear},${from},${to ?? '(none yet)'}`,
        count,
      ]),
    ),
    scope: new Map(Object.entries(scopeCounts(byBirthYear)).filter(([, n]) => n > 0)),
  };
}

function statusTable(figure: Figure, by: readonly Breakdown[]): Table {
  const rows = dropOffRows(figure).flatMap(({ group, stage, counts }) =>
    Object.entries(counts).map(
      ([status, n]) => [[...by.map((breakdown) => group[breakdown]), stage, status].join(','), n] as const,
    ),
  );
  return new Map(rows);
}

function prefixed(prefix: string, table: Table): [string, number][] {
  return [...table].map(([key, n]) => [`${prefix},${key}`, n]);
}
