import { compareCodePoints, formatMonth, type Month } from '@lueckenlos/chain';

/** What an agency sent in one month. */
export interface QualityRow {
  readonly agency: string;
  /** In which it arrived, UTC. */
  readonly month: string;
  /** Records that are in the log. */
  readonly accepted: number;
  readonly corrections: number;
  readonly retractions: number;
  /** Records of that month that still wait for the one they name. */
  readonly parked: number;
  /** Of the warnings: stages in a month in which no chain expects them. */
  readonly outsideEveryWindow: number;
  /** Rows that were in the log before. */
  readonly duplicates: number;
  /** Rows that are not in the log. */
  readonly rejected: number;
  /** Records by code. */
  readonly warnings: Readonly<Record<string, number>>;
  /** Rejected rows by code; a row counts once for each of its codes. */
  readonly rejections: Readonly<Record<string, number>>;
}

/** The numbers of a row that bear no code. */
export const NUMBERS = [
  'accepted',
  'corrections',
  'retractions',
  'parked',
  'outsideEveryWindow',
  'duplicates',
  'rejected',
] as const;

export interface QualityCount {
  readonly agency: string;
  readonly month: Month;
  readonly kind:
    'accepted' | 'corrected' | 'retracted' | 'parked' | 'warning' | 'duplicate' | 'rejected' | 'fault';
  readonly code: string;
  readonly n: number;
}

/** Counts become rows, by agency and month. */
export function qualityRows(counts: readonly QualityCount[]): QualityRow[] {
  const rows = new Map<string, QualityCount[]>();
  for (const count of counts) {
    const key = `${count.agency} ${formatMonth(count.month)}`;
    const row = rows.get(key);
    if (row) row.push(count);
    else rows.set(key, [count]);
  }
  return [...rows].sort(([a], [b]) => compareCodePoints(a, b)).map(([, row]) => rowOf(row));
}

function rowOf(counts: readonly QualityCount[]): QualityRow {
  const [{ agency, month }] = counts as [QualityCount];
  const n = (kind: QualityCount['kind']): number => counts.find((count) => count.kind === kind)?.n ?? 0;
  const byCode = (kind: QualityCount['kind']): Record<string, number> =>
    Object.fromEntries(
      counts
        .filter((count) => count.kind === kind)
        .sort((a, b) => compareCodePoints(a.code, b.code))
        .map(({ code, n: times }) => [code, times]),
    );
  const warnings = byCode('warning');
  return {
    agency,
    month: formatMonth(month),
    accepted: n('accepted'),
    corrections: n('corrected'),
    retractions: n('retracted'),
    parked: n('parked'),
    outsideEveryWindow: warnings['recording.outside-every-window'] ?? 0,
    duplicates: n('duplicate'),
    rejected: n('rejected'),
    warnings,
    rejections: byCode('fault'),
  };
}
