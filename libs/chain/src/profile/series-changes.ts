import type { Month } from '../month';
import { ChangePacker, unpackChanges, type PackedChanges } from './packed-changes';
import type { SortedSums } from './sorted-sums';

/** Keys a change by month, then series, in one number, exact beyond the year 9999. */
const SERIES = 2 ** 16;

const NOTHING: PackedChanges = { months: [], starts: [], bytes: new Uint8Array() };

/** The key of a change: they are packed in order of month, then series. */
export function changeKey(month: Month, series: number): number {
  return month * SERIES + series;
}

/** Packs the changes of a cell by {@link changeKey}, added to those that were packed before. */
export function packChanges({ keys, sums }: SortedSums, before: PackedChanges = NOTHING): PackedChanges {
  const packer = new ChangePacker();
  let at = 0;
  const addNew = (): void => {
    const key = keys[at] as number;
    packer.add(Math.floor(key / SERIES), key % SERIES, sums[at++] as number);
  };
  unpackChanges(before, (month, series, n) => {
    const key = changeKey(month, series);
    while ((keys[at] ?? Infinity) < key) addNew();
    const more = keys[at] === key ? (sums[at++] as number) : 0;
    if (n + more !== 0) packer.add(month, series, n + more);
  });
  while (at < keys.length) addNew();
  return packer.packed();
}
