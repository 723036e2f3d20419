import {
  SeriesChanges,
  type Cell,
  type Dimension,
  type Measure,
  type MeasuredSteps,
  type Month,
} from '@lueckenlos/chain';
import { cuboidCells, type CuboidCell } from './cuboids';

/** What is counted. */
export interface Series {
  readonly measure: Measure;
  readonly stage: string;
  readonly value: string;
}

interface GatheredCell {
  readonly chain: string;
  readonly dimension: Dimension;
  readonly cell: Cell;
  readonly changes: SeriesChanges;
}

/** Gathers the differences of a page, so that each cell is written once. */
export class ChangeSet {
  /** Places in this list are the series numbers of the gathered changes. */
  readonly series: Series[] = [];
  private readonly cells = new Map<string, GatheredCell>();
  private readonly places = new Map<string, Map<string, number>>();
  // A case passes the same cell object many times: this spares making its key.
  private readonly seen = {
    last: new WeakMap<Cell, SeriesChanges>(),
    first: new WeakMap<Cell, SeriesChanges>(),
  };

  /** How many differences have gathered. */
  get size(): number {
    let size = 0;
    for (const { changes } of this.cells.values()) size += changes.size;
    return size;
  }

  add(chain: string, dimension: Dimension, cell: Cell, series: number, month: Month, n: number): void {
    const seen = this.seen[dimension];
    let changes = seen.get(cell);
    if (!changes) seen.set(cell, (changes = this.changesOf(chain, dimension, cell)));
    changes.add(month, series, n);
  }

  placeOfSeries({ measure, stage }: MeasuredSteps, value: string): number {
    const key = measure + stage;
    const values = this.places.get(key) ?? new Map<string, number>();
    if (values.size === 0) this.places.set(key, values);
    let place = values.get(value);
    if (place === undefined) values.set(value, (place = this.series.push({ measure, stage, value }) - 1));
    return place;
  }

  /** The differences by cell of each cuboid; a cell whose differences cancel out is left out. */
  byCuboidCell(): Map<CuboidCell, SeriesChanges> {
    const known = new Map<string, CuboidCell>();
    const found = new Map<CuboidCell, SeriesChanges>();
    for (const { chain, dimension, cell, changes } of this.cells.values()) {
      if (changes.size === 0) continue;
      for (const target of cuboidCells(chain, dimension, cell)) {
        const key = JSON.stringify(target);
        const same = known.get(key) ?? target;
        known.set(key, same);
        const sums = found.get(same) ?? new SeriesChanges();
        found.set(same, sums);
        changes.forEach((month, series, n) => sums.add(month, series, n));
      }
    }
    return found;
  }

  private changesOf(chain: string, dimension: Dimension, cell: Cell): SeriesChanges {
    const { birthYear, schoolYear, area, povertyRisk } = cell;
    const key = `${chain}\t${dimension}\t${birthYear}\t${schoolYear}\t${area}\t${povertyRisk}`;
    const gathered = this.cells.get(key) ?? { chain, dimension, cell, changes: new SeriesChanges() };
    this.cells.set(key, gathered);
    return gathered.changes;
  }
}
