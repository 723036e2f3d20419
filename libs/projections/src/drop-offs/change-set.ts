import type { Cell, Dimension, Measure, MeasuredSteps, Month } from '@lueckenlos/chain';
import { cuboidCells, type CuboidCell } from './cuboids';

/** What is counted. */
export interface Series {
  readonly measure: Measure;
  readonly stage: string;
  readonly value: string;
}

/** A difference in one cell; `series` is a place in {@link ChangeSet.series}. */
export interface CellChange {
  readonly month: Month;
  readonly series: number;
  readonly n: number;
}

// (cell, series, month) packed into one exact number: a Map of numbers is several times faster than one of texts.
const MONTHS = 2 ** 17;
const SERIES = 2 ** 14;

/** Gathers the differences of a page, so that each cell is written once. */
export class ChangeSet {
  readonly series: Series[] = [];
  private readonly cells: { chain: string; dimension: Dimension; cell: Cell }[] = [];
  private readonly places = new Map<string, number>();
  private readonly seriesPlaces = new Map<string, number>();
  private readonly sums = new Map<number, number>();

  /** How many differences have gathered. */
  get size(): number {
    return this.sums.size;
  }

  add(chain: string, dimension: Dimension, cell: Cell, series: number, month: Month, n: number): void {
    const key = (this.placeOfCell(chain, dimension, cell) * SERIES + series) * MONTHS + month;
    const sum = (this.sums.get(key) ?? 0) + n;
    if (sum === 0) this.sums.delete(key);
    else this.sums.set(key, sum);
  }

  placeOfSeries({ measure, stage }: MeasuredSteps, value: string): number {
    const key = `${measure}\t${stage}\t${value}`;
    let place = this.seriesPlaces.get(key);
    if (place === undefined) {
      place = this.series.push({ measure, stage, value }) - 1;
      this.seriesPlaces.set(key, place);
    }
    return place;
  }

  /** The differences by cell of each cuboid. */
  byCuboidCell(): Map<CuboidCell, CellChange[]> {
    const targets = this.targets();
    const found = new Map<CuboidCell, CellChange[]>();
    for (const [key, n] of this.sums) {
      const month = key % MONTHS;
      const rest = (key - month) / MONTHS;
      const series = rest % SERIES;
      for (const target of targets[(rest - series) / SERIES] ?? []) {
        const changes = found.get(target);
        if (changes) changes.push({ month, series, n });
        else found.set(target, [{ month, series, n }]);
      }
    }
    return found;
  }

  /** For each gathered cell the cells, one in each cuboid, that it is counted in. */
  private targets(): CuboidCell[][] {
    const known = new Map<string, CuboidCell>();
    return this.cells.map(({ chain, dimension, cell }) =>
      cuboidCells(chain, dimension, cell).map((target) => {
        const key = JSON.stringify(target);
        const same = known.get(key) ?? target;
        known.set(key, same);
        return same;
      }),
    );
  }

  private placeOfCell(chain: string, dimension: Dimension, cell: Cell): number {
    const key = `${chain}\t${dimension}\t${cell.birthYear}\t${cell.schoolYear}\t${cell.area}\t${cell.povertyRisk}`;
    let place = this.places.get(key);
    if (place === undefined) {
      place = this.cells.push({ chain, dimension, cell }) - 1;
      this.places.set(key, place);
    }
    return place;
  }
}
