import { checkParameters, type PerturbationParameters } from './parameters';
import { noiseDistribution } from './noise-distribution';
import { thresholdsOf } from './thresholds';

/** What may become of one true count. */
export interface PerturbationRow {
  readonly count: number;
  /** The counts that may be published, in ascending order. */
  readonly targets: readonly number[];
  readonly probabilities: readonly number[];
  /** Upper bounds of the probabilities, cumulated. */
  readonly bounds: readonly number[];
  /** The same as decimal whole numbers out of 2^64; a key below the first of them that is greater takes that target. */
  readonly thresholds: readonly string[];
  /** In nats. */
  readonly entropy: number;
  /** Of the noise; zero up to rounding. */
  readonly mean: number;
  /** Of the noise. */
  readonly variance: number;
  /** What could not be had in full. */
  readonly warnings: readonly 'variance-not-reached'[];
}

/**
 * A perturbation table for the cell-key method: data, made once, named and hashed in every release. A count of zero has
 * no row: zero stays zero. Counts beyond the last row are perturbed by it.
 */
export interface PerturbationTable {
  readonly parameters: PerturbationParameters;
  readonly rows: readonly PerturbationRow[];
}

/**
 * Makes the table: from 1 to the first count that can lose and gain as much as it likes.
 * @throws DisclosureError where the parameters can't be fulfilled
 */
export function makePerturbationTable(parameters: PerturbationParameters): PerturbationTable {
  checkParameters(parameters);
  const { maxNoise, blockedUpTo } = parameters;
  const last = blockedUpTo === 0 ? maxNoise : maxNoise + blockedUpTo + 1;
  return { parameters, rows: Array.from({ length: last }, (_, i) => rowOf(i + 1, parameters)) };
}

function rowOf(count: number, parameters: PerturbationParameters): PerturbationRow {
  const { values, probabilities, hasVariance } = noiseDistribution(count, parameters);
  const expectation = (f: (v: number, p: number) => number): number =>
    values.reduce((sum, v, i) => sum + (probabilities[i] ?? 0) * f(v, probabilities[i] ?? 0), 0);
  let cumulative = 0;
  return {
    count,
    targets: values.map((v) => count + v),
    probabilities,
    bounds: probabilities.map((p, i) => (i === probabilities.length - 1 ? 1 : (cumulative += p))),
    thresholds: thresholdsOf(probabilities).map(String),
    entropy: -expectation((_, p) => Math.log(p)),
    mean: expectation((v) => v),
    variance: expectation((v) => v * v),
    warnings: hasVariance ? [] : ['variance-not-reached'],
  };
}
