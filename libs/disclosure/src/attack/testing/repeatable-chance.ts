import fc from 'fast-check';
import type { Chance } from '../mender';

/** The same numbers for the same seed: those of a linear congruential generator (Numerical Recipes), good enough to try things out. */
export function repeatableChance(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Any of them. */
export const anyChance = fc.nat(1_000_000).map(repeatableChance);
