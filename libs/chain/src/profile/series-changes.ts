import type { Month } from '../month';
import { KeySums } from './key-sums';
import { ChangePacker, unpackChanges, type PackedChanges } from './packed-changes';

/** Keys a change by month, then series, in one number: a small integer until the year 2730, and exact beyond. */
const SERIES = 2 ** 16;

const NOTHING: PackedChanges = { months: [], starts: [], bytes: new Uint8Array() };

/** The changes of a cell by (month, series), to be added to; what cancels out leaves nothing behind. */
export class SeriesChanges {
  private readonly sums: KeySums;

  constructor(from?: SeriesChanges) {
    this.sums = new KeySums(from?.sums);
  }

  add(month: Month, series: number, n: number): void {
    this.sums.add(month * SERIES + series, n);
  }

  /** Adds all changes of another cell. */
  addAll(other: SeriesChanges): void {
    for (const [key, n] of other.sums.entries()) this.sums.add(key, n);
  }

  /** How many changes there are. */
  get size(): number {
    return this.sums.size;
  }

  /** Packs the changes, added to those that were packed before. */
  pack(before: PackedChanges = NOTHING): PackedChanges {
    const keys = this.sums.sortedKeys();
    const packer = new ChangePacker();
    let at = 0;
    const addNew = (): void => {
      const key = keys[at++] as number;
      packer.add(Math.floor(key / SERIES), key % SERIES, this.sums.at(key));
    };
    unpackChanges(before, (month, series, n) => {
      const key = month * SERIES + series;
      while ((keys[at] ?? Infinity) < key) addNew();
      const more = keys[at] === key ? this.sums.at(keys[at++] as number) : 0;
      if (n + more !== 0) packer.add(month, series, n + more);
    });
    while (at < keys.length) addNew();
    return packer.packed();
  }
}
