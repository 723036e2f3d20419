/** Sums by a number; what cancels out leaves nothing behind. */
export class KeySums {
  private readonly sums: Map<number, number>;

  constructor(from?: KeySums) {
    this.sums = new Map(from?.sums);
  }

  add(key: number, n: number): void {
    const sum = (this.sums.get(key) ?? 0) + n;
    if (sum === 0) this.sums.delete(key);
    else this.sums.set(key, sum);
  }

  get size(): number {
    return this.sums.size;
  }

  at(key: number): number {
    return this.sums.get(key) ?? 0;
  }

  entries(): Iterable<[key: number, n: number]> {
    return this.sums;
  }

  /** By hand: `Float64Array.from` takes an iterator the long way. */
  sortedKeys(): Float64Array {
    const keys = new Float64Array(this.sums.size);
    let at = 0;
    for (const key of this.sums.keys()) keys[at++] = key;
    return keys.sort();
  }
}
