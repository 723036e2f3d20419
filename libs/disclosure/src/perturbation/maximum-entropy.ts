import { isotonic, type Block } from './isotonic';
import { solveLinear } from './linear-system';

/** A demand on the distribution: the expectation of a feature (its value at each place) equals a target. */
export interface Moment {
  readonly feature: readonly number[];
  readonly target: number;
}

/** The error of the moments below which no further step is taken, and the one that rounding may leave. */
const TOLERANCE = 1e-13;
const ACCEPTED = 1e-11;
const STEPS = 200;
/** How much of the terms of the potential may be lost when they are added up. */
const ROUNDING = 1e-14;

/**
 * The distribution of maximum entropy with given moments, whose first `chain` probabilities do not fall.
 *
 * By Lagrange duality the logarithm of the optimum is, up to a constant, the isotonic regression of Σ λₖ·featureₖ
 * (probabilities tied by the order share the mean exponent), and λ minimises the convex function
 * log Σ exp(·) − Σ λₖ·targetₖ, whose gradient is the error of the moments. Newton steps with halving find it.
 * Null where the moments cannot be met by a distribution that is positive everywhere.
 */
export function maximumEntropy(places: number, moments: readonly Moment[], chain: number): number[] | null {
  const at = (lambda: readonly number[]): State => stateAt(places, moments, chain, lambda);
  let state = at(moments.map(() => 0));
  for (let step = 0; step < STEPS && worstError(state) >= TOLERANCE; step++) {
    const next = newtonStep(state, at);
    if (!next) break;
    state = next;
  }
  return worstError(state) < ACCEPTED ? state.probabilities : null;
}

/** A full step, or the first half, quarter … of it that does not raise the potential; null where none does. */
function newtonStep(state: State, at: (lambda: readonly number[]) => State): State | null {
  const direction = solveLinear(state.hessian, state.errors);
  if (!direction) return null;
  for (let size = 1; size > 1e-12; size /= 2) {
    const next = at(state.lambda.map((value, k) => value - size * (direction[k] ?? 0)));
    if (next.potential <= state.potential + ROUNDING * next.magnitude) return next;
  }
  return null;
}

interface State {
  readonly lambda: readonly number[];
  readonly probabilities: number[];
  readonly potential: number;
  /** Of the terms that the potential is the sum of. */
  readonly magnitude: number;
  /** Expectation less target, by moment. */
  readonly errors: number[];
  readonly hessian: number[][];
}

function worstError({ errors }: State): number {
  return Math.max(...errors.map(Math.abs));
}

function stateAt(
  places: number,
  moments: readonly Moment[],
  chain: number,
  lambda: readonly number[],
): State {
  const exponents = Array.from({ length: places }, (_, place) =>
    moments.reduce((sum, { feature }, k) => sum + (lambda[k] ?? 0) * (feature[place] ?? 0), 0),
  );
  const blocks = isotonic(exponents, chain);
  const highest = Math.max(...blocks.map(({ value }) => value));
  const weights = blocks.map(({ value, length }) => length * Math.exp(value - highest));
  const total = weights.reduce((a, b) => a + b, 0);
  const masses = weights.map((weight) => weight / total);
  const means = moments.map(({ feature }) => blocks.map((block) => meanOver(block, feature)));
  const expectations = means.map((mean) => dot(mean, masses));
  const targets = moments.map(({ target }) => target);
  return {
    lambda,
    probabilities: blocks.flatMap(({ length }, b) => Array<number>(length).fill((masses[b] ?? 0) / length)),
    potential: highest + Math.log(total) - dot(lambda, targets),
    magnitude: 1 + Math.abs(highest) + Math.abs(dot(lambda, targets)),
    errors: expectations.map((expectation, k) => expectation - (targets[k] ?? 0)),
    hessian: means.map((a, k) => means.map((b, l) => covariance(a, b, masses, expectations, k, l))),
  };
}

function meanOver({ start, length }: Block, feature: readonly number[]): number {
  let sum = 0;
  for (let place = start; place < start + length; place++) sum += feature[place] ?? 0;
  return sum / length;
}

function covariance(
  a: readonly number[],
  b: readonly number[],
  masses: readonly number[],
  expectations: readonly number[],
  k: number,
  l: number,
): number {
  return masses.reduce(
    (sum, mass, i) =>
      sum + mass * ((a[i] ?? 0) - (expectations[k] ?? 0)) * ((b[i] ?? 0) - (expectations[l] ?? 0)),
    0,
  );
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}
