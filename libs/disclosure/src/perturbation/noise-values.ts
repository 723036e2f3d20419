import type { PerturbationParameters } from './parameters';

/** The noise that a count may get, in ascending order: it must not become negative, nor a blocked count. */
export function noiseValues(count: number, { maxNoise, blockedUpTo }: PerturbationParameters): number[] {
  const values: number[] = [];
  for (let target = Math.max(count - maxNoise, 0); target <= count + maxNoise; target++) {
    if (target === 0 || target > blockedUpTo) values.push(target - count);
  }
  return values;
}
