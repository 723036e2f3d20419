import type { LifeTableRow } from './life-table-row';

/** The same rows with nothing competing: whoever left for a reason is merely not seen any more. */
export function competingAsCensored(rows: readonly LifeTableRow[]): readonly LifeTableRow[] {
  return rows.map((row) => ({
    ...row,
    competing: {},
    censored: Object.values(row.competing).reduce((sum, n) => sum + n, row.censored),
  }));
}
