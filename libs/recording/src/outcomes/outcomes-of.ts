import type { RowResult } from '../record-events/row';

/** Rows that are duplicates or rejected, and rejected rows by code. */
export interface Outcome {
  readonly kind: 'duplicate' | 'rejected' | 'fault';
  /** Empty unless it is a fault. */
  readonly code: string;
}

/** What a row is counted as; nothing where it became a record. With several faults it counts once for each code. */
export function outcomesOf({ outcome, faults = [] }: RowResult): Outcome[] {
  if (outcome === 'accepted') return [];
  if (outcome === 'duplicate') return [{ kind: 'duplicate', code: '' }];
  const codes = new Set(faults.map(({ code }) => code));
  return [{ kind: 'rejected', code: '' }, ...[...codes].map((code) => ({ kind: 'fault', code }) as const)];
}
