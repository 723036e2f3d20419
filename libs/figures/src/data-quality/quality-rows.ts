import { formatMonth, type Month } from '@lueckenlos/chain';
import { toCsv } from '../formats/csv';

/** What an agency sent in one month. */
export interface QualityRow {
  readonly agency: string;
  /** In which the records arrived, UTC. */
  readonly month: string;
  /** Records that are in the log. */
  readonly accepted: number;
  readonly corrections: number;
  readonly retractions: number;
  /** Records of that month that still wait for the one they name. */
  readonly parked: number;
  /** By code. */
  readonly warnings: Readonly<Record<string, number>>;
}

export interface QualityCount {
  readonly agency: string;
  readonly month: Month;
  readonly kind: string;
  readonly n: number;
}

const NAMED = ['accepted', 'corrected', 'retracted', 'parked'];

/** Counts that come by agency and month become rows. */
export function qualityRows(counts: readonly QualityCount[]): QualityRow[] {
  const rows = new Map<string, QualityCount[]>();
  for (const count of counts) {
    const key = `${count.agency} ${count.month}`;
    rows.set(key, [...(rows.get(key) ?? []), count]);
  }
  return [...rows.values()].flatMap((row) => (row[0] ? [rowOf(row[0], row)] : []));
}

function rowOf({ agency, month }: QualityCount, counts: readonly QualityCount[]): QualityRow {
  const n = (kind: string): number => counts.find((count) => count.kind === kind)?.n ?? 0;
  const warnings = counts.filter(({ kind }) => !NAMED.includes(kind));
  return {
    agency,
    month: formatMonth(month),
    accepted: n('accepted'),
    corrections: n('corrected'),
    retractions: n('retracted'),
    parked: n('parked'),
    warnings: Object.fromEntries(warnings.map((count) => [count.kind, count.n])),
  };
}

/** One line per agency and month, a column for each warning that occurs. */
export function qualityAsCsv(rows: readonly QualityRow[]): string {
  const codes = [...new Set(rows.flatMap(({ warnings }) => Object.keys(warnings)))].sort();
  const header = ['agency', 'month', 'accepted', 'corrections', 'retractions', 'parked', ...codes];
  const lines = rows.map((row) => [
    row.agency,
    row.month,
    row.accepted,
    row.corrections,
    row.retractions,
    row.parked,
    ...codes.map((code) => row.warnings[code] ?? 0),
  ]);
  return toCsv(header, lines);
}
