export type CountsFault =
  | 'statistics.not-a-count'
  | 'statistics.not-a-time'
  | 'statistics.more-than-at-risk'
  | 'statistics.unknown-state'
  | 'statistics.not-a-delay';

/** Counts that no history can have produced: a mistake of the caller, not of whoever asked for a figure. */
export class CountsError extends Error {
  override readonly name = 'CountsError';

  constructor(
    /** Stable. */
    readonly code: CountsFault,
    /** The month of the counts; null where they belong to none. */
    readonly t: number | null,
  ) {
    super(t === null ? code : `${code} at ${t}`);
  }
}

/** @throws CountsError unless all are whole numbers from 0 to 2^53 */
export function checkCounts(t: number | null, counts: Iterable<number>): void {
  for (const count of counts) {
    if (!Number.isSafeInteger(count) || count < 0) throw new CountsError('statistics.not-a-count', t);
  }
}

/** @throws CountsError unless it is a finite number, not before the origin */
export function checkTime(t: number): void {
  if (!Number.isFinite(t) || t < 0) throw new CountsError('statistics.not-a-time', t);
}
