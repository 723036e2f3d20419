/**
 * Chance that can be repeated: xoshiro128** (Blackman, Vigna 2018), 128 bits of state, seeded by splitmix32 from any
 * number of keys. A generator made from (seed, birth month, …, index of the child) depends on nothing else, so a
 * child's life doesn't change when other children come or go.
 */
export class Random {
  private constructor(
    private a: number,
    private b: number,
    private c: number,
    private d: number,
  ) {}

  static fromKeys(...keys: readonly number[]): Random {
    const hash = hashOf(keys, 0x9e3779b9);
    const word = (n: number) => splitmix(hash + Math.imul(n, 0x9e3779b9));
    // An all-zero state would stay zero; the lowest bit set rules it out.
    return new Random(word(1), word(2), word(3), word(4) | 1);
  }

  /** 32 random bits, as a number from 0 to 2³² − 1. */
  bits(): number {
    const result = Math.imul(rotate(Math.imul(this.b, 5), 7), 9) >>> 0;
    const shifted = this.b << 9;
    this.c ^= this.a;
    this.d ^= this.b;
    this.b ^= this.c;
    this.a ^= this.d;
    this.c ^= shifted;
    this.d = rotate(this.d, 11);
    return result;
  }

  /** Uniform in [0, 1). */
  uniform(): number {
    return this.bits() / 0x1_0000_0000;
  }

  chance(probability: number): boolean {
    return this.uniform() < probability;
  }

  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.uniform() * (most - least + 1));
  }

  /** Exponential with mean 1. */
  exponential(): number {
    return -Math.log(1 - this.uniform());
  }

  /** An index, chosen by cumulated weights whose last is the total. */
  byWeight(cumulated: readonly number[]): number {
    const point = this.uniform() * (cumulated.at(-1) ?? 0);
    return cumulated.findIndex((upTo) => point < upTo);
  }
}

/**
 * Another 32 bits made of the same keys. Generators are told apart by 32 bits, which two among some ten thousands
 * may well share: what must not be shared takes these bits in too.
 */
export function fingerprint(...keys: readonly number[]): number {
  return hashOf(keys, 0x85ebca6b) >>> 0;
}

function hashOf(keys: readonly number[], salt: number): number {
  let hash = salt;
  for (const key of keys) hash = splitmix(hash ^ splitmix((key | 0) + salt));
  return hash;
}

function rotate(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

function splitmix(seed: number): number {
  let z = (seed + 0x9e3779b9) | 0;
  z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
  return z ^ (z >>> 15);
}
