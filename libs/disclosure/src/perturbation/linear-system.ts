/** Solves a small square system by Gaussian elimination with partial pivoting; null where it is singular. */
export function solveLinear(
  matrix: readonly (readonly number[])[],
  right: readonly number[],
): number[] | null {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0]);
  const n = rows.length;
  for (let column = 0; column < n; column++) {
    const pivot = pivotRow(rows, column);
    const lead = rows[pivot]?.[column] ?? 0;
    if (Math.abs(lead) < 1e-14) return null;
    [rows[column], rows[pivot]] = [rows[pivot] ?? [], rows[column] ?? []];
    for (let i = 0; i < n; i++) {
      if (i !== column) subtract(rows[i] ?? [], rows[column] ?? [], (rows[i]?.[column] ?? 0) / lead);
    }
  }
  return rows.map((row, i) => (row[n] ?? 0) / (row[i] ?? 1));
}

function pivotRow(rows: readonly (readonly number[])[], column: number): number {
  let best = column;
  for (let i = column + 1; i < rows.length; i++) {
    if (Math.abs(rows[i]?.[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0)) best = i;
  }
  return best;
}

function subtract(row: number[], other: readonly number[], factor: number): void {
  for (let i = 0; i < row.length; i++) row[i] = (row[i] ?? 0) - factor * (other[i] ?? 0);
}
