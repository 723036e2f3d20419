import {
  childrenOf,
  compareCodePoints,
  effectiveFacts,
  formatMonth,
  type CaseFile,
  type FiledRecord,
} from '@lueckenlos/chain';
import { agencyOf } from '../read/logged-line';
import { firstOf, type ExportRow } from './export-row';

/** One child, or one pseudonym, with what is known of it, in the order in which it happened. */
export interface Trace {
  readonly case: string;
  readonly rows: readonly ExportRow[];
}

/** Of each child the facts in force among what was known before an instant (ms since 1970); linked pseudonyms are one child. */
export function tracesInForce(file: CaseFile, knownBefore: number): Trace[] {
  const positions = new Map<string, number>();
  for (const records of file.members.values())
    for (const record of records) positions.set(keyOf(record), record.position);
  return childrenOf(file, { before: knownBefore }).flatMap(({ id, records }) => {
    const rows = effectiveFacts(records).map((fact) =>
      rowOf({ ...fact, position: positions.get(keyOf(fact)) ?? 0 }, id),
    );
    return traceOf(id, rows);
  });
}

/** Of each pseudonym all records, as they came. */
export function tracesRecorded({ members }: CaseFile, knownBefore: number): Trace[] {
  return [...members].flatMap(([id, records]) =>
    traceOf(
      id,
      records.filter(({ knownAt }) => knownAt < knownBefore).map((record) => rowOf(record, id)),
    ),
  );
}

/** When a row happened, for tools that need an instant: the first day of its month, or when it was known if it has none. */
export function instantOf({ firstOfMonth, knownAt }: ExportRow): string {
  return firstOfMonth === null ? knownAt : `${firstOfMonth}T00:00:00.000Z`;
}

type Stated = Pick<FiledRecord, 'source' | 'id' | 'knownAt' | 'position' | 'kind'> &
  Partial<{
    stage: string | null;
    month: number;
    area: string | null;
    povertyRisk: boolean | null;
    corrects: string;
    retracts: string;
  }>;

function rowOf(stated: Stated, caseId: string): ExportRow {
  const { source, id, kind, knownAt, position, month } = stated;
  return {
    position: String(position),
    recordedAt: null,
    knownAt: new Date(knownAt).toISOString(),
    kind,
    agency: agencyOf({ source }),
    id,
    case: caseId,
    stage: stated.stage ?? null,
    firstOfMonth: month === undefined ? null : firstOf(formatMonth(month)),
    area: stated.area ?? null,
    povertyRisk: stated.povertyRisk ?? null,
    corrects: stated.corrects ?? null,
    retracts: stated.retracts ?? null,
    reason: null,
    other: null,
    data: null,
  };
}

function traceOf(id: string, rows: ExportRow[]): Trace[] {
  return rows.length === 0 ? [] : [{ case: id, rows: rows.sort(inOrder) }];
}

/** Within a month as the presence of a case is counted: birth, moved in, everything else, moved out, died. */
const PLACES: Readonly<Record<string, number>> = { 'moved-in': 1, 'moved-out': 3, died: 4 };
const placeOf = ({ stage, kind }: ExportRow): number => (stage === 'birth' ? 0 : (PLACES[kind] ?? 2));

function inOrder(a: ExportRow, b: ExportRow): number {
  return (
    compareCodePoints(instantOf(a), instantOf(b)) ||
    placeOf(a) - placeOf(b) ||
    compareCodePoints(a.knownAt, b.knownAt) ||
    Number(a.position) - Number(b.position)
  );
}

const keyOf = ({ source, id }: { source: string; id: string }): string => `${source}\n${id}`;
