import shipped from './d5-v3-js2.json';
import { tableDigest } from './digest';
import type { PerturbationTable } from './perturbation-table';

/** A table as it is stored, with the hash over its rows. */
export interface StoredTable extends PerturbationTable {
  readonly sha256: string;
}

/** The shipped table: D 5, V 3, js 2. */
export const SHIPPED_TABLE: { readonly name: string; readonly table: StoredTable } = {
  name: 'd5-v3-js2',
  table: shipped,
};

/** Whether the rows of a stored table are those of its hash. */
export function isSoundTable(value: unknown): value is StoredTable {
  const { rows, sha256 } = (value ?? {}) as Partial<StoredTable>;
  return Array.isArray(rows) && tableDigest({ rows } as unknown as PerturbationTable) === sha256;
}
