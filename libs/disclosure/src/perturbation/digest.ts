import { createHash } from 'node:crypto';
import type { PerturbationTable } from './perturbation-table';

/** SHA-256, in hexadecimal, over what decides on published counts: per row the true count, its targets and thresholds. */
export function tableDigest({ rows }: PerturbationTable): string {
  const deciding = rows.map(({ count, targets, thresholds }) => [count, targets, thresholds]);
  return createHash('sha256').update(JSON.stringify(deciding)).digest('hex');
}
