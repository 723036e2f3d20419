import type { Month } from '../month';

/** Receives "from this month on, n more (or fewer) cases in this series". */
export type SeriesChangeSink = (month: Month, series: number, n: number) => void;

/** Keys a change by month, then series, in one number: a small integer until the year 2730, and exact beyond. */
const SERIES = 2 ** 16;

/** The changes of a cell by (month, series), to be added to; what cancels out leaves nothing behind. */
export class SeriesChanges {
  private readonly sums = new Map<number, number>();

  add(month: Month, series: number, n: number): void {
    const key = month * SERIES + series;
    const sum = (this.sums.get(key) ?? 0) + n;
    if (sum === 0) this.sums.delete(key);
    else this.sums.set(key, sum);
  }

  /** How many changes there are. */
  get size(): number {
    return this.sums.size;
  }

  forEach(sink: SeriesChangeSink): void {
    for (const [key, n] of this.sums) sink(Math.floor(key / SERIES), key % SERIES, n);
  }

  /**
   * Writes the changes in order of month: for each the months since the one before, the series, and the
   * difference, as variable-length integers. Three or four bytes a change.
   */
  pack(): Buffer {
    const keys = Float64Array.from(this.sums.keys()).sort();
    const bytes: number[] = [];
    let last = 0;
    for (const key of keys) {
      const month = Math.floor(key / SERIES);
      writeUnsigned(bytes, month - last);
      writeUnsigned(bytes, key % SERIES);
      writeUnsigned(bytes, zigzag(this.sums.get(key) ?? 0));
      last = month;
    }
    return Buffer.from(bytes);
  }
}

/** Reads packed changes up to a month, in order. */
export function unpackChanges(packed: Uint8Array, until: Month, sink: SeriesChangeSink): void {
  let at = 0;
  let month = 0;
  const next = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = packed[at++] ?? 0;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  while (at < packed.length) {
    month += next();
    if (month > until) return;
    const series = next();
    const n = next();
    sink(month, series, (n >>> 1) ^ -(n & 1));
  }
}

/** Up to 2^31 − 1. */
function writeUnsigned(bytes: number[], value: number): void {
  while (value >= 0x80) {
    bytes.push((value & 0x7f) | 0x80);
    value >>>= 7;
  }
  bytes.push(value);
}

/** Small numbers of either sign become small unsigned ones: 0, −1, 1, −2 … are 0, 1, 2, 3 … */
function zigzag(n: number): number {
  return (n << 1) ^ (n >> 31);
}
