import { DisclosureError } from '../errors';

/** What a perturbation table is made from. */
export interface PerturbationParameters {
  /** The largest noise that is ever added or taken away (D). */
  readonly maxNoise: number;
  /** The variance of the noise (V). */
  readonly variance: number;
  /** Counts from 1 to here are never published (js). */
  readonly blockedUpTo: number;
  /** The least probability that a count stays as it is (p_stay), where staying is possible. */
  readonly minimumStay: number;
  /** Whether larger losses must never be likelier than smaller ones. */
  readonly monotone: boolean;
}

export const DEFAULT_PARAMETERS: PerturbationParameters = {
  maxNoise: 5,
  variance: 3,
  blockedUpTo: 2,
  minimumStay: 0,
  monotone: true,
};

/** Beyond it a published count says little, and a table becomes long. */
const MAX_NOISE = 50;

/**
 * Refuses what no table can fulfil. A count i that is blocked has only 0 and counts above js as targets; with mean
 * zero its variance is then at least i·(js + 1 − i), which is largest in the middle: ⌊(js + 1)²/4⌋.
 * @throws DisclosureError `disclosure.invalid-parameters`, `disclosure.infeasible-noise`, `disclosure.infeasible-variance`
 */
export function checkParameters(parameters: PerturbationParameters): void {
  const { maxNoise, variance, blockedUpTo, minimumStay } = parameters;
  const wholeNumbers = Number.isInteger(maxNoise) && Number.isInteger(blockedUpTo);
  if (!wholeNumbers || maxNoise < 1 || maxNoise > MAX_NOISE || blockedUpTo < 0 || !(variance > 0)) {
    throw new DisclosureError('disclosure.invalid-parameters', {
      en: `The largest noise must be a whole number from 1 to ${MAX_NOISE}, the variance above 0, the last blocked count a whole number from 0 on.`,
      de: `Das größte Rauschen muss eine ganze Zahl von 1 bis ${MAX_NOISE} sein, die Varianz größer als 0, die letzte gesperrte Anzahl eine ganze Zahl ab 0.`,
    });
  }
  if (!(minimumStay >= 0 && minimumStay < 1)) {
    throw new DisclosureError('disclosure.invalid-parameters', {
      en: 'The probability of staying must be at least 0 and below 1.',
      de: 'Die Wahrscheinlichkeit zu bleiben muss mindestens 0 und kleiner als 1 sein.',
    });
  }
  if (maxNoise < blockedUpTo) {
    throw new DisclosureError('disclosure.infeasible-noise', {
      en: `A count of ${blockedUpTo} could not become 0: the largest noise must be at least the last blocked count.`,
      de: `Aus der Anzahl ${blockedUpTo} könnte nie 0 werden: Das größte Rauschen muss mindestens so groß sein wie die letzte gesperrte Anzahl.`,
    });
  }
  const floor = Math.floor((blockedUpTo + 1) ** 2 / 4);
  if (variance <= floor) {
    throw new DisclosureError('disclosure.infeasible-variance', {
      en: `To leave the counts from 1 to ${blockedUpTo} with a mean of zero, the variance must be above ${floor}.`,
      de: `Damit die Anzahlen von 1 bis ${blockedUpTo} bei einem Mittel von null verschwinden, muss die Varianz größer als ${floor} sein.`,
    });
  }
}
