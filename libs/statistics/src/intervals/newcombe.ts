import { wilson } from './wilson';
import { Z_95 } from './z';

/** The difference of two independent shares. Undefined values are null. */
export interface DifferenceEstimate {
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly method: 'newcombe';
}

interface Share {
  readonly successes: number;
  readonly n: number;
}

/**
 * The difference of two independent shares p₁ − p₂ with Newcombe's hybrid score interval: the distances to the
 * Wilson limits, squared and added, lower √((p₁−l₁)² + (u₂−p₂)²), upper √((u₁−p₁)² + (p₂−l₂)²) (Newcombe 1998,
 * Statistics in Medicine 17, 873–890, method 10). If one of the bases is empty nothing is defined.
 */
export function newcombe(first: Share, second: Share, z = Z_95): DifferenceEstimate {
  const [a, b] = [wilson(first.successes, first.n, z), wilson(second.successes, second.n, z)];
  if (a.value === null || b.value === null) {
    return { value: null, lower: null, upper: null, method: 'newcombe' };
  }
  const value = a.value - b.value;
  return {
    value,
    lower: Math.max(-1, value - Math.hypot(a.value - a.lower!, b.upper! - b.value)),
    upper: Math.min(1, value + Math.hypot(a.upper! - a.value, b.value - b.lower!)),
    method: 'newcombe',
  };
}
