import { SeriesChanges, type Cell, type Dimension } from '@lueckenlos/chain';
import { cellKey, cuboidCells, type CuboidCell } from './cuboids';
import type { SeriesIds } from './series-ids';

interface GatheredCell {
  readonly chain: string;
  readonly dimension: Dimension;
  readonly cell: Cell;
  readonly changes: SeriesChanges;
}

/** By how much a cell of a cuboid changes. */
export interface CellChanges {
  readonly key: string;
  readonly cell: CuboidCell;
  readonly changes: SeriesChanges;
}

/** Gathers the differences of many cases, so that each cell is written once. */
export class ChangeSet {
  private readonly cells = new Map<string, GatheredCell>();

  constructor(readonly series: SeriesIds) {}

  /** How many differences have gathered. */
  get size(): number {
    let size = 0;
    for (const { changes } of this.cells.values()) size += changes.size;
    return size;
  }

  /** What has gathered for a cell, to be added to. */
  changesOf(chain: string, dimension: Dimension, cell: Cell): SeriesChanges {
    const { birthYear, schoolYear, area, povertyRisk } = cell;
    const key = `${chain}\t${dimension}\t${birthYear}\t${schoolYear}\t${povertyRisk}\t${area === null ? '' : `=${area}`}`;
    let gathered = this.cells.get(key);
    if (!gathered) {
      gathered = { chain, dimension, cell, changes: new SeriesChanges() };
      this.cells.set(key, gathered);
    }
    return gathered.changes;
  }

  /** The differences by cell of each cuboid; a cell whose differences cancel out is left out. */
  byCuboidCell(): CellChanges[] {
    const found = new Map<string, CellChanges>();
    for (const { chain, dimension, cell, changes } of this.cells.values()) {
      if (changes.size === 0) continue;
      for (const target of cuboidCells(chain, dimension, cell)) {
        const key = cellKey(target);
        const sums = found.get(key)?.changes;
        if (sums) sums.addAll(changes);
        // The finest cuboid has each cell once: what has gathered is taken as it is.
        else
          found.set(key, {
            key,
            cell: target,
            changes: target.cuboid === 'full' ? changes : new SeriesChanges(changes),
          });
      }
    }
    return [...found.values()].filter(({ changes }) => changes.size > 0);
  }
}
