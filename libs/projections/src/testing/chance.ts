/** Answers whole numbers below the limit. */
export type Chance = (limit: number) => number;

/** Chance that can be repeated: mulberry32 on a seed. */
export function randomOf(seed: number): Chance {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}

export function pick<T>(chance: Chance, values: readonly T[]): T {
  return values[chance(values.length)] as T;
}

export function shuffled<T>(chance: Chance, values: readonly T[]): T[] {
  const rest = [...values];
  return values.map(() => rest.splice(chance(rest.length), 1)[0] as T);
}
