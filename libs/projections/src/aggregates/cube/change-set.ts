import {
  addUp,
  changeKey,
  CountLog,
  type Cell,
  type Dimension,
  type Month,
  type SortedSums,
} from '@lueckenlos/chain';
import { cellKey, cuboidCells, type CuboidCell } from './cuboids';
import type { SeriesIds } from './series-ids';

/** A cell of the finest cuboid, to which differences are added. */
export interface GatheredCell {
  readonly number: number;
  readonly chain: string;
  readonly dimension: Dimension;
  readonly cell: Cell;
}

/** By how much a cell of a cuboid changes. */
export interface CellChanges {
  readonly key: string;
  readonly cell: CuboidCell;
  /** By {@link changeKey}. */
  readonly changes: SortedSums;
}

/** Gathers the differences of many cases, so that each cell is written once. */
export class ChangeSet {
  private readonly cells = new Map<string, GatheredCell>();
  private readonly log = new CountLog();

  constructor(readonly series: SeriesIds) {}

  /** How many differences have gathered. */
  get size(): number {
    return this.log.length;
  }

  /** A cell, to be told to {@link add}. */
  cellOf(chain: string, dimension: Dimension, cell: Cell): GatheredCell {
    const { birthYear, schoolYear, area, povertyRisk } = cell;
    const key = `${chain}\t${dimension}\t${birthYear}\t${schoolYear}\t${povertyRisk}\t${area === null ? '' : `=${area}`}`;
    let gathered = this.cells.get(key);
    if (!gathered) {
      gathered = { number: this.cells.size, chain, dimension, cell };
      this.cells.set(key, gathered);
    }
    return gathered;
  }

  /** From a month on there is one more in a series, or one less. */
  add(cell: GatheredCell, month: Month, series: number, n: 1 | -1): void {
    this.log.add(cell.number, changeKey(month, series), n);
  }

  /** The differences by cell of each cuboid; a cell whose differences cancel out is left out. */
  byCuboidCell(): CellChanges[] {
    const found = new Map<string, { readonly cell: CuboidCell; readonly parts: SortedSums[] }>();
    const sums = this.log.sums(this.cells.size);
    for (const { number, chain, dimension, cell } of this.cells.values()) {
      const part = sums[number];
      if (!part || part.keys.length === 0) continue;
      for (const target of cuboidCells(chain, dimension, cell)) {
        const key = cellKey(target);
        const known = found.get(key);
        if (known) known.parts.push(part);
        else found.set(key, { cell: target, parts: [part] });
      }
    }
    const cells = [...found].map(([key, { cell, parts }]) => ({ key, cell, changes: addUp(parts) }));
    return cells.filter(({ changes }) => changes.keys.length > 0);
  }
}
