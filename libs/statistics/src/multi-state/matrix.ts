/** Small dense matrices, by rows. */
export type Matrix = readonly (readonly number[])[];

export function zeros(size: number): number[][] {
  return Array.from({ length: size }, () => new Array<number>(size).fill(0));
}

export function rowTimes(row: readonly number[], m: Matrix): number[] {
  const result = new Array<number>(row.length).fill(0);
  for (let i = 0; i < row.length; i++) {
    const [x, factors] = [row[i]!, m[i]!];
    // Most states are not left in most months.
    if (x === 0) continue;
    for (let j = 0; j < factors.length; j++) result[j]! += x * factors[j]!;
  }
  return result;
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
