import {
  announcementsOf,
  CompletedMonths,
  type DeliveryCalendar,
  type DeliveryStatement,
  type Known,
  type Source,
} from '@lueckenlos/chain';
import { loadSql } from '@lueckenlos/platform';
import { join } from 'node:path';
import type { PoolClient } from 'pg';

const SQL = join(__dirname, 'sql');
const CALENDARS = loadSql(SQL, 'calendars.sql');
const STATEMENTS = loadSql(SQL, 'statements.sql');
const LAST_POSITION = '9223372036854775807';

interface CalendarRow {
  readonly agency: string;
  readonly deliveries: DeliveryCalendar['deliveries'];
}

interface StatementRow extends Pick<DeliveryStatement, 'id' | 'kind' | 'stages' | 'areas'> {
  readonly agency: string;
  readonly known_at: Date;
  readonly first_month: number;
  readonly last_month: number;
}

/** What agencies announced and completed, as known in some state of knowledge, by name of the agency. */
export async function readSources(tx: PoolClient, known: Known | null): Promise<Source[]> {
  const { before = Infinity, upTo = Infinity } = known ?? {};
  const instant = before === Infinity ? 'infinity' : new Date(before).toISOString();
  const limits = [instant, upTo === Infinity ? LAST_POSITION : upTo];
  const calendars = (await tx.query<CalendarRow>(CALENDARS, limits)).rows;
  if (calendars.length === 0) return [];
  const statements = (await tx.query<StatementRow>(STATEMENTS, limits)).rows;
  return calendars.map(({ agency, deliveries }) => ({
    agency,
    announced: announcementsOf({ deliveries }),
    completed: new CompletedMonths(statements.filter((row) => row.agency === agency).map(statementOf)),
  }));
}

function statementOf({
  id,
  kind,
  known_at,
  first_month,
  last_month,
  stages,
  areas,
}: StatementRow): DeliveryStatement {
  return { id, kind, knownAt: known_at.getTime(), from: first_month, to: last_month, stages, areas };
}
