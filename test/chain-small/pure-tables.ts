import {
  caseHistory,
  parseMonth,
  schedulerFor,
  trajectory,
  valueAt,
  yearOf,
  type CaseHistory,
  type CaseRecord,
  type ChainBody,
  type Month,
  type Trajectory,
} from '@lueckenlos/chain';
import { count, TABLES, type Clocks, type Table, type TableName } from './example';

interface Line {
  id: string;
  source: string;
  type: string;
  subject: string;
  knownat: string;
  data: Record<string, unknown>;
}

/** Reads lines of the example into records by case, as the intake would. */
export function recordsByCase(lines: Iterable<string>): Map<string, CaseRecord[]> {
  const cases = new Map<string, CaseRecord[]>();
  for (const text of lines) {
    const line = JSON.parse(text) as Line;
    const records = cases.get(line.subject) ?? [];
    records.push(recordOf(line));
    cases.set(line.subject, records);
  }
  return cases;
}

function recordOf({ id, source, type, knownat, data }: Line): CaseRecord {
  const kind = type.slice('lueckenlos.'.length, -'.v1'.length);
  return {
    kind,
    id,
    source,
    knownAt: Date.parse(knownat),
    month: parseMonth(String(data['occurredOn'])),
    area: data['area'] ?? null,
    povertyRisk: data['povertyRisk'] ?? null,
    stage: data['stage'] ?? null,
    corrects: data['corrects'],
    retracts: data['retracts'],
  } as CaseRecord;
}

/** Computes every table of the example with nothing but the pure library. */
export function pureTables(
  chain: ChainBody,
  cases: Map<string, CaseRecord[]>,
  at: Clocks,
): Record<TableName, Table> {
  const tables = Object.fromEntries(TABLES.map((name) => [name, new Map()])) as Record<TableName, Table>;
  const scheduler = schedulerFor(chain);
  const asOf = parseMonth(at.asOf) ?? NaN;
  for (const records of cases.values()) {
    const history = caseHistory(records, Date.parse(at.knownBefore));
    if (!history) continue;
    const path = trajectory(history, history.birth === null ? null : scheduler(history.birth));
    addCase(tables, history, path, asOf);
  }
  return tables;
}

function addCase(
  tables: Record<TableName, Table>,
  history: CaseHistory,
  path: Trajectory,
  asOf: Month,
): void {
  const scope = valueAt(path.scope, asOf);
  if (scope) count(tables.scope, scope);
  const year = yearOf(history.birth ?? NaN);
  for (const { stage, status, next } of path.stages) {
    const value = valueAt(status, asOf);
    const to = valueAt(next, asOf);
    if (to !== undefined) count(tables.flows_by_birth_year, `${year},${stage},${to || '(none yet)'}`);
    if (value === undefined) continue;
    const risk = valueAt(history.povertyRisk.last, asOf) ?? 'unknown';
    count(tables.drop_offs_by_birth_year, `${year},${stage},${value}`);
    count(tables.drop_offs_by_birth_year_and_poverty_risk, `${year},${risk},${stage},${value}`);
    count(tables.drop_offs_by_school_year, `${path.schedule?.schoolYear},${stage},${value}`);
    for (const known of ['first', 'last'] as const) {
      const area = valueAt(history.area[known], asOf) ?? 'unknown';
      count(tables.drop_offs_by_area, `${known},${area},${stage},${value}`);
    }
  }
}
