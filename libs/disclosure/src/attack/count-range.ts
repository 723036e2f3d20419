import type { PerturbationTable } from '../perturbation/perturbation-table';

/** The true counts that are possible, both ends included. Never pinned down unless they are equal. */
export interface CountRange {
  readonly low: number;
  readonly high: number;
}

/** What may truly be behind a published count. */
export type PossibleCounts = (published: number) => CountRange;

/**
 * What anybody knows who has the perturbation table: the true counts from which the published one can have come. A count that is
 * missing was published as zero.
 */
export function possibleUnder({ rows, parameters: { maxNoise } }: PerturbationTable): PossibleCounts {
  const canBecome = (count: number, published: number): boolean => {
    if (count === 0) return published === 0;
    const row = rows[Math.min(count, rows.length) - 1];
    const at = row?.targets.indexOf(published - count + row.count) ?? -1;
    return row !== undefined && at >= 0 && row.thresholds[at] !== (row.thresholds[at - 1] ?? '0');
  };
  return (published) => {
    const nearby = Array.from({ length: 2 * maxNoise + 1 }, (_, i) => published - maxNoise + i);
    const counts = nearby.filter((count) => count >= 0 && canBecome(count, published));
    return { low: Math.min(...counts), high: Math.max(...counts) };
  };
}
