import type { CountRange } from './count-range';
import type { Excess } from './ranges';
import type { ModelLayer, StageModel } from './stage-model';

/**
 * Unknown numbers of children in the finest places, and what is known of their sums: each set of places holds so many at least and
 * at most. Sets are the cells of one layer, in the order of its grid, then what a cell holds more than another.
 */
export interface Program {
  readonly places: number;
  readonly cells: number;
  /** Of each set, the places it adds up. */
  readonly members: readonly (readonly number[])[];
  readonly ranges: readonly CountRange[];
}

/** A layer of a stage. What links it to others is in its ranges already. */
export function programOf(layer: ModelLayer, model: StageModel): Program {
  const { cells, places } = layer.grid;
  const { low, high } = model.ranges;
  const ranges = withinPlaces(
    layer,
    cells.map((_, i) => ({ low: low[layer.offset + i] ?? 0, high: high[layer.offset + i] ?? Infinity })),
  );
  const excesses = necessaryExcesses(layer, model);
  return {
    places,
    cells: cells.length,
    members: [...cells.map((cell) => cell.places), ...excesses.map((excess) => beyond(layer, excess))],
    ranges: [...ranges, ...excesses.map(() => ({ low: 1, high: Infinity }))],
  };
}

/** No place holds more than any of its cells can, and no cell more than its places can: years in which nobody was born leave others empty. */
function withinPlaces({ grid }: ModelLayer, ranges: readonly CountRange[]): CountRange[] {
  const most = new Float64Array(grid.places).fill(Infinity);
  for (const [i, { places }] of grid.cells.entries()) {
    for (const place of places) most[place] = Math.min(most[place] ?? 0, ranges[i]?.high ?? Infinity);
  }
  return ranges.map(({ low, high }, i) => {
    const places = grid.cells[i]?.places ?? [];
    return {
      low,
      high: Math.min(
        high,
        places.reduce((sum, place) => sum + (most[place] ?? 0), 0),
      ),
    };
  });
}

/** The pairs of a layer that don't follow from its ranges, nor from another pair: who holds more than a whole holds more than its part. */
function necessaryExcesses({ grid, offset }: ModelLayer, { ranges, excesses }: StageModel): Excess[] {
  const cells = grid.cells.length;
  const own = excesses
    .filter(({ more }) => more >= offset && more < offset + cells)
    .filter(({ more, less }) => (ranges.low[more] ?? 0) <= (ranges.high[less] ?? 0))
    .map(({ more, less }) => ({ more: more - offset, less: less - offset }));
  const named = new Set(own.map(({ more, less }) => more * cells + less));
  const isWider = (whole: number, part: number): boolean =>
    (grid.cells[whole]?.places.length ?? 0) > (grid.cells[part]?.places.length ?? 0);
  return own.filter(
    ({ more, less }) =>
      !grid.wholesOf[less]?.some((whole) => isWider(whole, less) && named.has(more * cells + whole)),
  );
}

/** The places of a cell that do not belong to its part. */
function beyond({ grid }: ModelLayer, { more, less }: Excess): number[] {
  const inside = new Set(grid.cells[less]?.places);
  return (grid.cells[more]?.places ?? []).filter((place) => !inside.has(place));
}
