import type { Random } from '../chance/random';

/** Events per month of age: one rate up to an age, another one after it. */
export interface Hazard {
  readonly breakAge: number;
  readonly before: number;
  readonly after: number;
}

/** Yearly rates below six and later; a year has twelve months at risk. */
function underSixAndLater(before: number, after: number): Hazard {
  return { breakAge: 72, before: before / 12, after: after / 12 };
}

/** The end of the chain: nobody is followed beyond this age in months. */
export const LAST_AGE = 216;

/** 3.6 % a year over 0–17, more under six: with returns, a fifth of a cohort has left by school entry. */
export const LEAVING = underSixAndLater(0.044, 0.032);

/** Of those who leave, the share that comes back; so first arrivals and returns make up 3.6 % a year as well. */
export const RETURNING = 0.15;
export const MONTHS_AWAY = { least: 6, most: 48 } as const;

/** First arrivals per resident child. */
export const ARRIVING = underSixAndLater(0.0375, 0.027);

/** Children born in Krefeld whose parents live elsewhere and never move here, per resident birth (assumed). */
export const GUESTS = 0.02;

/** Inside the town (assumed). */
export const RELOCATING = underSixAndLater(0.055, 0.035);

/** 3.3 per 1,000 in the first year, 0.15 per 1,000 a year later. */
export const DYING: Hazard = { breakAge: 12, before: 0.0033 / 12, after: 0.00015 / 12 };

/** Expected events per child from birth up to an age in months. */
export function cumulated(hazard: Hazard, age: number): number {
  const within = Math.max(0, Math.min(age, hazard.breakAge));
  return within * hazard.before + Math.max(0, age - hazard.breakAge) * hazard.after;
}

/** The age in months at which the cumulated hazard reaches a value. */
export function ageAt(hazard: Hazard, value: number): number {
  const atBreak = hazard.breakAge * hazard.before;
  return Math.floor(
    value < atBreak ? value / hazard.before : hazard.breakAge + (value - atBreak) / hazard.after,
  );
}

/** The age at which it happens next to somebody of an age. */
export function nextAge(hazard: Hazard, age: number, random: Random): number {
  return ageAt(hazard, cumulated(hazard, age) + random.exponential());
}
