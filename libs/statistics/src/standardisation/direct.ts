import { wilson } from '../intervals/wilson';
import { Z_95 } from '../intervals/z';

/** The cases of a unit in one stratum, and how much the stratum weighs in the standard population. */
export interface StandardStratum {
  readonly successes: number;
  readonly n: number;
  /** Any positive scale: cases of the standard population, for instance. 0: the stratum does not count. */
  readonly weight: number;
}

/** A standardised share with its 95 % interval. Undefined values are null. */
export interface StandardisedShare {
  readonly value: number | null;
  readonly stdErr: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly method: 'direct';
}

const UNDEFINED: StandardisedShare = {
  value: null,
  stdErr: null,
  lower: null,
  upper: null,
  method: 'direct',
};

/**
 * Direct standardisation: the share a unit would have if its strata were as large as the standard's, Σ w·p; variance
 * Σ w²·p(1−p)/n. The interval squares and adds the distances to the Wilson limits of the strata,
 * θ − √(Σ w²(p−l)²) to θ + √(Σ w²(u−p)²) (Zou, Huang & Zhang 2009, Computational Statistics & Data Analysis 53,
 * 1080–1085), so that one stratum alone has its Wilson interval. If a stratum with weight has no case nothing is
 * defined: the unit does not tell what its share there is.
 */
export function directlyStandardised(strata: readonly StandardStratum[], z = Z_95): StandardisedShare {
  const weighed = strata.filter(({ weight }) => weight > 0);
  const total = weighed.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0 || weighed.some(({ n }) => n === 0)) return UNDEFINED;
  let [value, variance, down, up] = [0, 0, 0, 0];
  for (const { successes, n, weight } of weighed) {
    const [w, share] = [weight / total, wilson(successes, n, z)];
    const p = share.value!;
    value += w * p;
    variance += (w * w * p * (1 - p)) / n;
    down += (w * (p - share.lower!)) ** 2;
    up += (w * (share.upper! - p)) ** 2;
  }
  return {
    value,
    stdErr: Math.sqrt(variance),
    lower: Math.max(0, value - Math.sqrt(down)),
    upper: Math.min(1, value + Math.sqrt(up)),
    method: 'direct',
  };
}
