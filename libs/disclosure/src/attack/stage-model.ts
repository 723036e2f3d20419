import type { ChainBody } from '@lueckenlos/chain';
import type { CubeKind } from '../release/cube';
import type { CountRange, PossibleCounts } from './count-range';
import type { Grid, GridCell } from './grid';
import { tighten, type Excess, type Ranges, type Sum } from './ranges';
import { layerText, type LayerName, type SeenRelease } from './seen-release';
import { stageLayers } from './stage-layers';

/** What an attacker has. */
export interface Attacker {
  readonly release: SeenRelease;
  readonly chain: ChainBody;
  readonly grids: Readonly<Record<CubeKind, Grid>>;
  readonly possible: PossibleCounts;
  /** Whether the same children have the same published count everywhere: then two that differ are not of the same children. */
  readonly noiseByChildren: boolean;
  /** Releases of the same month before, of which at most `drift` children in a cell have come or gone, so the attacker supposes. */
  readonly earlier: readonly SeenRelease[];
  readonly drift: number;
  /** Counts known from outside, exactly; null where nothing is known. */
  readonly known: (layer: LayerName, cell: GridCell) => number | null;
}

/** A layer with its place among all counts of a stage. */
export interface ModelLayer {
  readonly name: LayerName;
  readonly grid: Grid;
  readonly offset: number;
  /** Null where it was not published, but is a sum by name. */
  readonly published: ReadonlyMap<string, number> | null;
}

/** Everything that is known of the counts of one stage; all in one, so that memory is bounded by the largest stage. */
export interface StageModel {
  readonly layers: readonly ModelLayer[];
  readonly ranges: Ranges;
  readonly excesses: readonly Excess[];
}

export function stageModel(attacker: Attacker, stage: string): StageModel {
  const { published, derived, sums } = stageLayers(attacker.release, attacker.chain, stage);
  const layers: ModelLayer[] = [];
  let size = 0;
  for (const name of [...published, ...derived]) {
    const grid = attacker.grids[name.kind];
    const counts = published.includes(name) ? attacker.release.countsOf(name) : null;
    layers.push({ name, grid, offset: size, published: counts });
    size += grid.cells.length;
  }
  const ranges = { low: new Float64Array(size), high: new Float64Array(size) };
  for (const layer of layers) fillRanges(ranges, layer, attacker);
  const excesses = attacker.noiseByChildren ? layers.flatMap(excessesOf) : [];
  const byName = new Map(layers.map((layer) => [layerText(layer.name), layer]));
  const within = layers.flatMap(({ grid, offset }) =>
    grid.refinements.map(({ total, parts }) => ({
      total: offset + total,
      parts: parts.map((part) => offset + part),
    })),
  );
  const between = sums.flatMap(({ total, parts }) => {
    const [of, ...found] = [total, ...parts].map((name) => byName.get(layerText(name)));
    return of
      ? sumsBetween(
          of,
          found.filter((layer) => layer !== undefined),
        )
      : [];
  });
  tighten(ranges, [...within, ...between], excesses);
  return { layers, ranges, excesses };
}

function fillRanges({ low, high }: Ranges, layer: ModelLayer, attacker: Attacker): void {
  for (const [i, cell] of layer.grid.cells.entries()) {
    const range = rangeOf(layer, cell, attacker);
    low[layer.offset + i] = range.low;
    high[layer.offset + i] = range.high;
  }
}

function rangeOf({ name, published }: ModelLayer, cell: GridCell, attacker: Attacker): CountRange {
  const exact = attacker.known(name, cell);
  if (exact !== null) return { low: exact, high: exact };
  if (published === null) return { low: 0, high: Infinity };
  let range = attacker.possible(published.get(cell.name) ?? 0);
  for (const release of attacker.earlier) {
    const before = attacker.possible(release.countsOf(name).get(cell.name) ?? 0);
    const low = Math.max(range.low, before.low - attacker.drift);
    const high = Math.min(range.high, before.high + attacker.drift);
    // Else more children have come or gone than was supposed: then the earlier release says nothing.
    if (low <= high) range = { low, high };
  }
  return range;
}

/** Cells whose published counts differ from that of a part hold at least one child more. */
function excessesOf({ published, grid, offset }: ModelLayer): Excess[] {
  if (published === null) return [];
  const countOf = (index: number): number => published.get(grid.cells[index]?.name ?? '') ?? 0;
  return grid.refinements.flatMap(({ total, parts }) =>
    parts
      .filter((part) => countOf(part) !== countOf(total))
      .map((part) => ({ more: offset + total, less: offset + part })),
  );
}

/** A sum in each cell that all its layers have. */
function sumsBetween(total: ModelLayer, parts: readonly ModelLayer[]): Sum[] {
  return total.grid.cells.flatMap(({ name }, i) => {
    const at = parts.map(({ grid, offset }) => offset + (grid.indexOf.get(name) ?? NaN));
    return at.some(Number.isNaN) ? [] : [{ total: total.offset + i, parts: at }];
  });
}
