import type { Month } from '../month';
import { ByteReader, ByteWriter } from './packed-numbers';

/** Receives "from this month on, n more (or fewer) cases in this series". */
export type SeriesChangeSink = (month: Month, series: number, n: number) => void;

/**
 * The changes of a cell, in order of month, as bytes. They are cut into pages between two months: each page begins
 * with the sums up to it, so that the counts at any month stand in one page, however many changes came before.
 */
export interface PackedChanges {
  /** The first months of the pages, ascending. */
  readonly months: readonly Month[];
  /** Where the pages begin in the bytes. */
  readonly starts: readonly number[];
  readonly bytes: Uint8Array;
}

/**
 * A page ends with the month that brings it to as many changes as it has sums, and at least to so many. So a page is
 * about as long in a town of any size, and the sums at most double the bytes.
 */
const SHORTEST_PAGE = 32;

/**
 * Writes changes that come in order of month. A page is: its first month, the number of sums, for each sum the series
 * (since the one before) and the count; then for each change the months since the one before, the series, and the
 * difference, all as variable-length integers.
 */
export class ChangePacker {
  private readonly writer = new ByteWriter();
  private readonly months: Month[] = [];
  private readonly starts: number[] = [];
  /** Counts by series after the last change. */
  private readonly sums: number[] = [];
  private month = -1;
  private left = 0;

  add(month: Month, series: number, n: number): void {
    if (month !== this.month) {
      if (this.left <= 0) this.beginPage(month);
      else this.writer.unsigned(month - this.month);
      this.month = month;
    } else {
      this.writer.unsigned(0);
    }
    this.writer.unsigned(series);
    this.writer.signed(n);
    this.sums[series] = (this.sums[series] ?? 0) + n;
    this.left--;
  }

  packed(): PackedChanges {
    return { months: this.months, starts: this.starts, bytes: this.writer.written() };
  }

  private beginPage(month: Month): void {
    const { writer, sums } = this;
    this.months.push(month);
    this.starts.push(writer.length);
    writer.unsigned(month);
    let count = 0;
    sums.forEach((n) => (count += n === 0 ? 0 : 1));
    writer.unsigned(count);
    let last = 0;
    sums.forEach((n, series) => {
      if (n === 0) return;
      writer.unsigned(series - last);
      writer.signed(n);
      last = series;
    });
    // The first change of a page is in its first month.
    writer.unsigned(0);
    this.left = Math.max(SHORTEST_PAGE, count);
  }
}

/** Reads all changes, in order of month. */
export function unpackChanges({ starts, bytes }: PackedChanges, sink: SeriesChangeSink): void {
  starts.forEach((start, page) => {
    const reader = new ByteReader(bytes.subarray(start, starts[page + 1]));
    let month = reader.unsigned();
    for (let sums = reader.unsigned(); sums > 0; sums--) {
      reader.unsigned();
      reader.signed();
    }
    while (reader.hasMore()) {
      month += reader.unsigned();
      const series = reader.unsigned();
      sink(month, series, reader.signed());
    }
  });
}

/** The page in which the counts at a month stand; null before the first change. The read model does this in SQL. */
export function pageAt({ months, starts, bytes }: PackedChanges, month: Month): Uint8Array | null {
  const page = months.findLastIndex((first) => first <= month);
  return page < 0 ? null : bytes.subarray(starts[page], starts[page + 1]);
}

/** Adds the counts at a month, by series, out of the page of this month. */
export function addCounts(page: Uint8Array, asOf: Month, counts: number[]): void {
  const reader = new ByteReader(page);
  let month = reader.unsigned();
  let series = 0;
  for (let sums = reader.unsigned(); sums > 0; sums--) {
    series += reader.unsigned();
    counts[series] = (counts[series] ?? 0) + reader.signed();
  }
  while (reader.hasMore()) {
    month += reader.unsigned();
    if (month > asOf) return;
    series = reader.unsigned();
    counts[series] = (counts[series] ?? 0) + reader.signed();
  }
}
