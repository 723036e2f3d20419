import { agencyOf, kindOf, type LoggedLine } from '../read/logged-line';

/** What is exported of a record or a fact, in one row. Null is unknown, or does not apply. */
export interface ExportRow {
  readonly position: string;
  /** RFC 3339 UTC; null for a fact in force, whose arrival says nothing. */
  readonly recordedAt: string | null;
  /** RFC 3339 UTC. */
  readonly knownAt: string;
  /** `stage-reached`, `moved-in`, … */
  readonly kind: string;
  readonly agency: string | null;
  readonly id: string;
  readonly case: string | null;
  readonly stage: string | null;
  /** The first day of the month in which it happened, `YYYY-MM-01`. Days are not known. */
  readonly firstOfMonth: string | null;
  readonly area: string | null;
  readonly povertyRisk: boolean | null;
  /** The id of the record that a correction replaces. */
  readonly corrects: string | null;
  /** The id of the record that a retraction takes back. */
  readonly retracts: string | null;
  readonly reason: string | null;
  /** The other pseudonym of a link. */
  readonly other: string | null;
  /** JSON of what is about no case: definitions, releases, completed deliveries. */
  readonly data: string | null;
}

/** A line of the log as a row. */
export function rowOf(line: LoggedLine): ExportRow {
  const { data, subject } = line;
  const text = (member: string): string | null =>
    subject !== undefined && typeof data[member] === 'string' ? data[member] : null;
  return {
    position: line.position,
    recordedAt: line.recordedAt,
    knownAt: line.knownAt,
    kind: kindOf(line),
    agency: agencyOf(line),
    id: line.id,
    case: subject ?? null,
    stage: text('stage'),
    firstOfMonth: firstOf(text('occurredOn')),
    area: text('area'),
    povertyRisk: typeof data['povertyRisk'] === 'boolean' ? data['povertyRisk'] : null,
    corrects: text('corrects'),
    retracts: text('retracts'),
    reason: text('reason'),
    other: text('other'),
    data: subject === undefined ? JSON.stringify(data) : null,
  };
}

/** The first day of a month `YYYY-MM`. */
export function firstOf(month: string | null): string | null {
  return month === null ? null : `${month}-01`;
}
