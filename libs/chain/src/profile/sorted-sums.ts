/** Sums by ascending key, side by side; none of them is 0. Keys are whole numbers from 0 to 2^53 − 2. */
export interface SortedSums {
  readonly keys: Float64Array;
  readonly sums: Int32Array;
}

export const NO_SUMS: SortedSums = { keys: new Float64Array(), sums: new Int32Array() };

/** Adds up several lists, two neighbours at a time: each pass reads what is left of them once, in order. */
export function addUp(lists: readonly SortedSums[]): SortedSums {
  let left = lists;
  while (left.length > 1) {
    const added: SortedSums[] = [];
    for (let i = 0; i < left.length; i += 2) added.push(addTwo(left[i] ?? NO_SUMS, left[i + 1] ?? NO_SUMS));
    left = added;
  }
  return left[0] ?? NO_SUMS;
}

function addTwo(a: SortedSums, b: SortedSums): SortedSums {
  if (b.keys.length === 0) return a;
  const keys = new Float64Array(a.keys.length + b.keys.length);
  const sums = new Int32Array(keys.length);
  let [i, j, count] = [0, 0, 0];
  while (i < a.keys.length || j < b.keys.length) {
    const left = i < a.keys.length ? (a.keys[i] as number) : Infinity;
    const right = j < b.keys.length ? (b.keys[j] as number) : Infinity;
    let sum = 0;
    if (left <= right) sum += a.sums[i++] as number;
    if (right <= left) sum += b.sums[j++] as number;
    if (sum === 0) continue;
    keys[count] = Math.min(left, right);
    sums[count++] = sum;
  }
  return { keys: keys.subarray(0, count), sums: sums.subarray(0, count) };
}
