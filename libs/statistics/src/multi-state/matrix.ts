/** Small dense matrices, by rows. */
export type Matrix = readonly (readonly number[])[];

export function zeros(size: number): Matrix {
  return Array.from({ length: size }, () => new Array<number>(size).fill(0));
}

export function rowTimes(row: readonly number[], m: Matrix): readonly number[] {
  return m.map((_, j) => row.reduce((sum, x, i) => sum + x * m[i]![j]!, 0));
}

export function product(a: Matrix, b: Matrix): Matrix {
  return a.map((row) => rowTimes(row, b));
}

export function transposed(m: Matrix): Matrix {
  return m.map((_, j) => m.map((row) => row[j]!));
}

export function plus(a: Matrix, b: Matrix, factor = 1): Matrix {
  return a.map((row, i) => row.map((x, j) => x + factor * b[i]![j]!));
}
