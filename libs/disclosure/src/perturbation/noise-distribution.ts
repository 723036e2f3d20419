import { maximumEntropy, type Moment } from './maximum-entropy';
import { noiseValues } from './noise-values';
import type { PerturbationParameters } from './parameters';
import { greatestVariance } from './greatest-variance';

/** A variance so near the greatest one would leave only two or three counts with any chance: it can’t be had. */
const NEARLY = 1 - 1e-5;

/** The noise of one true count. */
export interface NoiseDistribution {
  /** Noise values in ascending order. */
  readonly values: readonly number[];
  readonly probabilities: readonly number[];
  /** False where the demanded variance cannot be had: the row then has less. */
  readonly hasVariance: boolean;
}

/**
 * The noise of maximum entropy for a true count: mean zero, the demanded variance (less where it can't be had),
 * zero noise at least as likely as demanded, larger losses never likelier than smaller ones (Giessing 2016, “Computational
 * issues in the design of transition probabilities and disclosure risk estimation for additive noise”).
 * Parameters that pass `checkParameters` leave noise for every count: 0 and its neighbours for a blocked one, staying for others.
 */
export function noiseDistribution(count: number, parameters: PerturbationParameters): NoiseDistribution {
  const values = noiseValues(count, parameters);
  const zero = values.indexOf(0);
  const chain = parameters.monotone && zero >= 0 ? zero + 1 : 0;
  const minimumStay = zero >= 0 ? parameters.minimumStay : 0;
  const hasVariance = parameters.variance < NEARLY * greatestVariance(values, chain, minimumStay);
  const moments: Moment[] = [{ feature: values, target: 0 }];
  if (hasVariance) moments.push({ feature: values.map((v) => v * v), target: parameters.variance });
  const probabilities = withStay({ values, zero, chain, minimumStay, moments });
  if (!probabilities) throw new Error(`the noise of a count of ${count} could not be computed`);
  return { values, probabilities, hasVariance };
}

interface Problem {
  readonly values: readonly number[];
  readonly zero: number;
  readonly chain: number;
  readonly minimumStay: number;
  readonly moments: readonly Moment[];
}

/** Where the optimum stays too rarely, that of the narrower problem stays exactly as often as it must. */
function withStay({ values, zero, chain, minimumStay, moments }: Problem): number[] | null {
  const free = maximumEntropy(values.length, moments, chain);
  if (zero < 0 || (free && (free[zero] ?? 0) >= minimumStay)) return free;
  const stay: Moment = { feature: values.map((v) => (v === 0 ? 1 : 0)), target: minimumStay };
  return maximumEntropy(values.length, [...moments, stay], chain);
}
