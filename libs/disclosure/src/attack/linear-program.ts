import type { Excess } from './ranges';
import type { ModelLayer, StageModel } from './stage-model';

/** A row of factors: their sum lies between two bounds. */
export interface LinearRow {
  readonly columns: readonly number[];
  readonly factors: readonly number[];
  readonly low: number;
  readonly high: number;
}

/** Whole numbers within bounds that fulfil rows. The columns are the cells of a layer, in the order of its grid, then the finest places. */
export interface LinearProgram {
  readonly cells: number;
  readonly low: readonly number[];
  readonly high: readonly number[];
  readonly rows: readonly LinearRow[];
  /** Of each cell, the places that it adds up. */
  readonly members: readonly (readonly number[])[];
  /** Cells that hold more children than others. */
  readonly excesses: readonly Excess[];
}

/**
 * The cells of one layer as sums of the counts in the finest places, which are not published: each within its range, and more than
 * another where their published counts differ. What links layers is in the ranges already.
 */
export function linearProgram({ grid, offset }: ModelLayer, { ranges, excesses }: StageModel): LinearProgram {
  const cells = grid.cells.length;
  const low = [...ranges.low.subarray(offset, offset + cells)];
  const high = [...ranges.high.subarray(offset, offset + cells)];
  const greatest = new Array<number>(grid.places).fill(Infinity);
  for (const [i, { places }] of grid.cells.entries()) {
    for (const place of places) greatest[place] = Math.min(greatest[place] ?? Infinity, high[i] ?? Infinity);
  }
  const members = grid.cells.map(({ places }) => places.filter((place) => greatest[place] !== 0));
  const own = excesses
    .filter(({ more }) => more >= offset && more < offset + cells)
    .map(({ more, less }) => ({ more: more - offset, less: less - offset }))
    // Others follow from the ranges.
    .filter(({ more, less }) => (low[more] ?? 0) <= (high[less] ?? 0));
  const sums = members.map((places, cell): LinearRow => {
    const columns = [cell, ...places.map((place) => cells + place)];
    return { columns, factors: columns.map((_, i) => (i === 0 ? -1 : 1)), low: 0, high: 0 };
  });
  const differing = own.map(({ more, less }): LinearRow => ({
    columns: [more, less],
    factors: [1, -1],
    low: 1,
    high: Infinity,
  }));
  return {
    cells,
    low: [...low, ...greatest.map(() => 0)],
    high: [...high, ...greatest],
    rows: [...sums, ...differing],
    members,
    excesses: own,
  };
}
