import { createHash } from 'node:crypto';
import type { Perturb } from '../cell-key/perturb';
import type { TrueCell } from './true-cell';

/** One count of one table, as everybody may see it. */
export type PublishedCell = Omit<TrueCell, 'key'>;

/** Perturbs each count by the key of its cell. What becomes zero is left out, as what is zero. */
export function publishCells(cells: readonly TrueCell[], perturb: Perturb): PublishedCell[] {
  return cells.flatMap(({ key, ...cell }) => {
    const n = perturb(cell.n, key);
    return n === 0 ? [] : [{ ...cell, n }];
  });
}

/**
 * SHA-256, in hexadecimal, over the canonical JSON (RFC 8785) of the published cells, in the order of their canonical texts:
 * whoever computes the same cells, in whatever order, gets the same digest.
 */
export function cellsDigest(cells: readonly PublishedCell[]): string {
  const texts = cells.map(canonicalCell).sort();
  return createHash('sha256')
    .update(`[${texts.join(',')}]`)
    .digest('hex');
}

/**
 * A published cell as canonical JSON (RFC 8785). Of texts, whole numbers and booleans JSON.stringify writes the canonical form, if
 * the members come sorted.
 */
export function canonicalCell({ by, cube, measure, n, stage, value }: PublishedCell): string {
  const sorted = Object.fromEntries(Object.entries(by).sort(([a], [b]) => (a < b ? -1 : 1)));
  return JSON.stringify({ by: sorted, cube, measure, n, stage, value });
}
