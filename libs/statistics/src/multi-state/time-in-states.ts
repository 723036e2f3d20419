import { plus, product, transposed, zeros, type Matrix } from './matrix';
import { productLimit, type Moves } from './product-limit';

export interface MeanTimes {
  /** Expected months in each state from the origin up to the horizon; they add up to the horizon. */
  readonly means: readonly number[];
  readonly variances: readonly number[];
}

/**
 * The area under each curve of `productLimit`: L(t) = ∫ p(u) du, a step function that changes at the months given.
 * The variance comes from the same covariance, carried along with cov(p, L): a month that passes adds
 * Δ²·var(p) + 2Δ·cov(p, L), a move takes cov(p, L) to (I+ΔA)ᵀ·cov(p, L). For one cause this is Σ (∫_u^τ S)²·d /
 * (n·(n−d)), as R's `print(survfit, rmean = τ)` has it.
 */
export function timeInStates(initial: number, months: readonly Moves[], horizon: number): MeanTimes {
  const states = months[0]?.atRisk.length ?? 0;
  let at = 0;
  let p: readonly number[] = Array.from({ length: states }, (_, s) => (s === initial ? 1 : 0));
  let cov: Matrix = zeros(states);
  let covWithTime: Matrix = zeros(states);
  const means = p.map(() => 0);
  const variances = p.map(() => 0);

  const passTo = (t: number) => {
    const passed = t - at;
    for (let s = 0; s < states; s++) {
      means[s]! += passed * p[s]!;
      variances[s]! += 2 * passed * covWithTime[s]![s]! + passed ** 2 * cov[s]![s]!;
    }
    covWithTime = plus(covWithTime, cov, passed);
    at = t;
  };

  for (const { t, probabilities, covariance, transition } of productLimit(initial, months)) {
    if (t >= horizon) break;
    passTo(t);
    covWithTime = product(transposed(transition), covWithTime);
    [p, cov] = [probabilities, covariance];
  }
  passTo(horizon);
  return { means, variances };
}
