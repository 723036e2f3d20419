import type { SortedSums } from '../profile/sorted-sums';

/** Sums by key as packing takes them. */
export function sortedSums(sums: ReadonlyMap<number, number>): SortedSums {
  const entries = [...sums].filter(([, n]) => n !== 0).sort(([a], [b]) => a - b);
  return {
    keys: Float64Array.from(entries, ([key]) => key),
    sums: Int32Array.from(entries, ([, n]) => n),
  };
}

/** What single counts come to, by key. */
export function sumUp<T extends { readonly n: number }>(
  counts: readonly T[],
  keyOf: (count: T) => number,
): SortedSums {
  const sums = new Map<number, number>();
  for (const one of counts) sums.set(keyOf(one), (sums.get(keyOf(one)) ?? 0) + one.n);
  return sortedSums(sums);
}
