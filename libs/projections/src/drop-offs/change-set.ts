import {
  yearOf,
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

/** Differences of the aggregate, by places in {@link ChangeSet.cells} and {@link ChangeSet.series}. */
export interface ChangeRow {
  readonly cell: number;
  readonly span: 1 | 12;
  readonly month: Month;
  readonly series: number;
  readonly n: number;
}

// (cell, series, month, span) packed into one exact number: a Map of numbers is several times faster than one of texts.
const MONTHS = 2 ** 18;
const SERIES = 2 ** 14;

/** Gathers the differences of a page, so that each row of the aggregate is written once. */
export class ChangeSet {
  readonly cells: CuboidCell[] = [];
  readonly series: Series[] = [];
  private readonly rollUps: number[][] = [];
  private readonly fineCells = new Map<string, number>();
  private readonly cuboidPlaces = new Map<string, number>();
  private readonly seriesPlaces = new Map<string, number>();
  private readonly fine = new Map<number, number>();

  /** Room for a page: what has gathered is written out before it grows beyond a few hundred thousand rows. */
  get size(): number {
    return this.fine.size;
  }

  add(chain: string, dimension: Dimension, cell: Cell, series: number, month: Month, n: number): void {
    const key = (this.placeOfCell(chain, dimension, cell) * SERIES + series) * MONTHS + month;
    const sum = (this.fine.get(key) ?? 0) + n;
    if (sum === 0) this.fine.delete(key);
    else this.fine.set(key, sum);
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

  /** The differences of all cuboids, by month and by year, sorted by key; nothing for what cancels out. */
  rows(): ChangeRow[] {
    const sums = new Map<number, number>();
    for (const [key, n] of this.fine) {
      const month = key % MONTHS;
      const rest = (key - month) / MONTHS;
      const series = rest % SERIES;
      for (const cell of this.rollUps[(rest - series) / SERIES] ?? []) {
        const base = (cell * SERIES + series) * MONTHS;
        const [monthly, yearly] = [base + month * 2, base + yearOf(month) * 24 + 1];
        sums.set(monthly, (sums.get(monthly) ?? 0) + n);
        sums.set(yearly, (sums.get(yearly) ?? 0) + n);
      }
    }
    return [...sums].filter(([, n]) => n !== 0).map(([key, n]) => unpackRow(key, n));
  }

  private placeOfCell(chain: string, dimension: Dimension, cell: Cell): number {
    const key = `${chain}\t${dimension}\t${cell.birthYear}\t${cell.schoolYear}\t${cell.area}\t${cell.povertyRisk}`;
    let place = this.fineCells.get(key);
    if (place === undefined) {
      place = this.rollUps.push(cuboidCells(chain, dimension, cell).map((c) => this.placeOfCuboid(c))) - 1;
      this.fineCells.set(key, place);
    }
    return place;
  }

  private placeOfCuboid(cell: CuboidCell): number {
    const key = JSON.stringify(cell);
    let place = this.cuboidPlaces.get(key);
    if (place === undefined) {
      place = this.cells.push(cell) - 1;
      this.cuboidPlaces.set(key, place);
    }
    return place;
  }
}

function unpackRow(key: number, n: number): ChangeRow {
  const coded = key % MONTHS;
  const rest = (key - coded) / MONTHS;
  const series = rest % SERIES;
  const span = coded % 2 === 0 ? 1 : 12;
  return { cell: (rest - series) / SERIES, span, month: Math.floor(coded / 2), series, n };
}
