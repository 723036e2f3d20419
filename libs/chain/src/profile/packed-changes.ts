import type { Month } from '../month';

/** Receives "from this month on, n more (or fewer) cases in this series". */
export type SeriesChangeSink = (month: Month, series: number, n: number) => void;

/** Keys a change by month, then series, in one number: a small integer until the year 2730, and exact beyond. */
const SERIES = 2 ** 16;

/** The changes of a cell by (month, series), to be added to; what cancels out leaves nothing behind. */
export class SeriesChanges {
  private readonly sums: Map<number, number>;

  constructor(from?: SeriesChanges) {
    this.sums = new Map(from?.sums);
  }

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
   * Writes the changes, added to those that were packed before, in order of month: for each the months since
   * the one before, the series, and the difference, as variable-length integers. Three or four bytes a change.
   */
  pack(before: Uint8Array = NOTHING): Buffer {
    const keys = this.sortedKeys();
    const writer = new ChangeWriter(before.length + keys.length * LONGEST_CHANGE);
    let at = 0;
    const writeNew = (key: number): void => writer.write(key, this.sums.get(key) ?? 0);
    unpackChanges(before, Infinity, (month, series, n) => {
      const key = month * SERIES + series;
      for (; (keys[at] ?? Infinity) < key; at++) writeNew(keys[at] as number);
      const more = keys[at] === key ? (this.sums.get(keys[at++] as number) ?? 0) : 0;
      if (n + more !== 0) writer.write(key, n + more);
    });
    for (; at < keys.length; at++) writeNew(keys[at] as number);
    return writer.written();
  }

  /** By hand: `Float64Array.from` takes an iterator the long way. */
  private sortedKeys(): Float64Array {
    const keys = new Float64Array(this.sums.size);
    let at = 0;
    for (const key of this.sums.keys()) keys[at++] = key;
    return keys.sort();
  }
}

const NOTHING = new Uint8Array();
/** Bytes: five for each of the three integers. */
const LONGEST_CHANGE = 15;

class ChangeWriter {
  private readonly bytes: Buffer;
  private length = 0;
  private month = 0;

  constructor(size: number) {
    this.bytes = Buffer.allocUnsafe(size);
  }

  write(key: number, n: number): void {
    const month = Math.floor(key / SERIES);
    this.unsigned(month - this.month);
    this.unsigned(key % SERIES);
    this.unsigned(zigzag(n));
    this.month = month;
  }

  written(): Buffer {
    return this.bytes.subarray(0, this.length);
  }

  /** Up to 2^32 − 1. */
  private unsigned(value: number): void {
    let rest = value;
    for (; rest >= 0x80; rest >>>= 7) this.bytes[this.length++] = (rest & 0x7f) | 0x80;
    this.bytes[this.length++] = rest;
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

/** Small numbers of either sign become small unsigned ones: 0, −1, 1, −2 … are 0, 1, 2, 3 … */
function zigzag(n: number): number {
  return ((n << 1) ^ (n >> 31)) >>> 0;
}
