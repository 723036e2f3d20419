import { monthOfInstant, parseMonth, type Month } from '@lueckenlos/chain';

/** Whose area hierarchy counts: that of the as-of month, of today, or of another month. */
export const BOUNDARIES = /^(asOf|today|\d{4}-(0[1-9]|1[0-2]))$/;

/**
 * The month whose area hierarchy counts.
 * @param now today's boundaries are those of its month, in UTC
 */
export function boundariesOf(asked: string | undefined, asOf: Month, now: Date): Month {
  if (asked === undefined || asked === 'asOf') return asOf;
  return asked === 'today' ? monthOfInstant(now) : (parseMonth(asked) ?? NaN);
}
