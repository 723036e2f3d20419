import { formatMonth, monthOfInstant } from '@lueckenlos/chain';
import { demoOptions, type SynthesisOptions } from '@lueckenlos/krefeld';

/** The latest month that is over, in UTC: the as-of month of the demo, and the end of what is known. */
export function latestCompleteMonth(now: Date): string {
  return formatMonth(monthOfInstant(now) - 1);
}

export function fillOptions(now: Date): SynthesisOptions {
  return demoOptions(latestCompleteMonth(now));
}
