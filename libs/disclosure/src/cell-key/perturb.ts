import type { PerturbationTable } from '../perturbation/perturbation-table';

/** Says what is published for a true count and the key of its cell. */
export type Perturb = (count: number, cellKey: bigint) => number;

/**
 * Reads a table for many look-ups. The same set of cases has the same key, and so the same published count in every
 * table; zero stays zero.
 */
export function perturberOf(table: PerturbationTable): Perturb {
  const rows = table.rows.map(({ count, targets, thresholds }) => ({
    noise: targets.map((target) => target - count),
    thresholds: thresholds.map(BigInt),
  }));
  return (count, cellKey) => {
    const row = rows[Math.min(count, rows.length) - 1];
    if (!row) return 0;
    return count + (row.noise[row.thresholds.findIndex((upper) => cellKey < upper)] ?? 0);
  };
}
