/** Small dense matrices, by rows. */
export type Matrix = readonly (readonly number[])[];

export function zeros(size: number): number[][] {
  return Array.from({ length: size }, () => new Array<number>(size).fill(0));
}

export function identity(size: number): number[][] {
  return Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_one, j) => (i === j ? 1 : 0)));
}

/** A matrix that becomes another one row by row: those that stay the same are shared. */
export class ChangedRows {
  readonly rows: (readonly number[])[];
  private readonly changed: number[][] = [];

  constructor(before: Matrix) {
    this.rows = [...before];
  }

  /** A row of its own, to be changed. */
  own(i: number): number[] {
    let row = this.changed[i];
    if (!row) this.rows[i] = this.changed[i] = row = [...this.rows[i]!];
    return row;
  }
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
