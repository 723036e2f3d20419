import { calendarMonthOf, monthOf, type Month } from '../month';
import { ByteReader, ByteWriter } from '../profile/packed-numbers';
import type { SortedSums } from '../profile/sorted-sums';

/** Receives n cases (or minus n) of a birth month with something `t` months after an origin. */
export type CurveCountSink = (birth: Month, origin: Month, t: number, series: number, n: number) => void;

// A key holds, in 53 bits: month of the birth year, origin less birth, months since the origin, series.
const SERIES = 2 ** 26;
const TIMES = 2 ** 11;
const OFFSETS = 2 ** 12;
/** Months: how far origin and birth, or an origin and what comes after it, may lie apart. */
const FARTHEST = TIMES - 1;

/**
 * The key of a count within the sparse counts of one birth year: by birth month, origin, months since the origin and series.
 * What a series is, up to 2^26 − 1, is the caller's.
 * @throws RangeError where months lie more than 170 years apart
 */
export function curveCountKey(birth: Month, origin: Month, t: number, series: number): number {
  const offset = origin - birth;
  if (Math.abs(offset) > FARTHEST || t < 0 || t > FARTHEST || series >= SERIES)
    throw new RangeError('months of one life lie too far apart');
  const head = (calendarMonthOf(birth) - 1) * OFFSETS + offset + FARTHEST;
  return (head * TIMES + t) * SERIES + series;
}

/** Packs counts by {@link curveCountKey}, added to those that were packed before: four or five bytes each. Empty: all cancelled out. */
export function packCurveCounts({ keys, sums }: SortedSums, before: Uint8Array = NOTHING): Buffer {
  const writer = new ByteWriter();
  let last = 0;
  const write = (key: number, n: number): void => {
    const place = Math.floor(key / SERIES);
    const head = Math.floor(place / TIMES);
    writer.unsigned(head - last);
    writer.unsigned(place % TIMES);
    writer.unsigned(key % SERIES);
    writer.signed(n);
    last = head;
  };
  let at = 0;
  readKeys(before, (key, n) => {
    for (; (keys[at] ?? Infinity) < key; at++) write(keys[at] as number, sums[at] as number);
    const more = keys[at] === key ? (sums[at++] as number) : 0;
    if (n + more !== 0) write(key, n + more);
  });
  for (; at < keys.length; at++) write(keys[at] as number, sums[at] as number);
  return writer.written();
}

const NOTHING = new Uint8Array();

function readKeys(packed: Uint8Array, sink: (key: number, n: number) => void): void {
  const reader = new ByteReader(packed);
  let head = 0;
  while (reader.hasMore()) {
    head += reader.unsigned();
    const place = head * TIMES + reader.unsigned();
    const key = place * SERIES + reader.unsigned();
    sink(key, reader.signed());
  }
}

/** Reads the packed counts of a birth year, in order of birth month, origin, time and series. */
export function unpackCurveCounts(packed: Uint8Array, birthYear: number, sink: CurveCountSink): void {
  const january = monthOf(birthYear, 1);
  const reader = new ByteReader(packed);
  let head = 0;
  while (reader.hasMore()) {
    head += reader.unsigned();
    const birth = january + Math.floor(head / OFFSETS);
    const origin = birth + (head % OFFSETS) - FARTHEST;
    const [t, series] = [reader.unsigned(), reader.unsigned()];
    sink(birth, origin, t, series, reader.signed());
  }
}
