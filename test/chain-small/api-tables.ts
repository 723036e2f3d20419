import { STATUSES } from '@lueckenlos/chain';
import { jsonOf } from '../system/json';
import type { RunningSystem } from '../system/start-system';
import type { Clocks, Table, TableName } from './example';

type Value = string | number | boolean;
type Row = Record<string, Value | null> & { counts: Record<string, number>; count: number };
interface Answer {
  scope: Record<string, number>;
  rows: Row[];
}

/** Asks the API for the tables of the example. */
export async function apiTables(
  system: RunningSystem,
  at: Clocks,
  position: string,
): Promise<Record<TableName, Table>> {
  const ask = async (path: string, parameters: Record<string, string>): Promise<Answer> => {
    const query = new URLSearchParams({ chain: 'example', ...at, minPosition: position, ...parameters });
    return jsonOf<Answer>(await system.send('statistics-unit', 'GET', `/v1/${path}?${query.toString()}`));
  };
  const byBirthYear = await ask('drop-offs', { by: 'birthYear' });
  const byRisk = await ask('drop-offs', { by: 'birthYear,povertyRisk' });
  const bySchoolYear = await ask('drop-offs', { by: 'schoolYear' });
  const firstAreas = await ask('drop-offs', { by: 'area', dimension: 'first' });
  const lastAreas = await ask('drop-offs', { by: 'area' });
  const flows = await ask('flows', { by: 'birthYear' });
  return {
    drop_offs_by_birth_year: statusTable(byBirthYear, (row) => [row.birthYear]),
    drop_offs_by_birth_year_and_poverty_risk: statusTable(byRisk, (row) => [row.birthYear, row.povertyRisk]),
    drop_offs_by_school_year: statusTable(bySchoolYear, (row) => [row.schoolYear]),
    drop_offs_by_area: new Map([
      ...statusTable(firstAreas, (row) => ['first', row.area]),
      ...statusTable(lastAreas, (row) => ['last', row.area]),
    ]),
    flows_by_birth_year: new Map(
      flows.rows.map((row) => [`${row.birthYear},${row.from},${row.to ?? '(none yet)'}`, row.count]),
    ),
    scope: new Map(Object.entries(byBirthYear.scope).filter(([, n]) => n > 0)),
  };
}

function statusTable({ rows }: Answer, key: (row: Row) => (Value | null | undefined)[]): Table {
  return new Map(
    rows.flatMap((row) =>
      STATUSES.flatMap((status) => {
        const n = row.counts[status] ?? 0;
        return n === 0 ? [] : [[[...key(row), row.stage, status].join(','), n] as const];
      }),
    ),
  );
}
