import { sortMonths, type Month } from './month';

/** From a month on, a value, until the next step. */
export interface Step<T> {
  readonly from: Month;
  readonly value: T;
}

/** A value that changes by calendar month: steps in order of month, no two neighbours with the same value. */
export type Steps<T> = readonly Step<T>[];

/** The value at the end of a month; undefined before the first step. */
export function valueAt<T>(steps: Steps<T>, month: Month): T | undefined {
  let value: T | undefined;
  for (const step of steps) {
    if (step.from > month) break;
    value = step.value;
  }
  return value;
}

/**
 * Evaluates a function at the months where it may change, in any order and repeated as they come, and keeps
 * the changes. `null` is "no value yet". Candidates before the first and after the last month of interest are left out.
 */
export function stepsOf<T>(
  candidates: Month[],
  evaluate: (month: Month) => T | null,
  first: Month = -Infinity,
  last: Month = Number.MAX_SAFE_INTEGER,
): Step<T>[] {
  const steps: Step<T>[] = [];
  let value: T | null = null;
  let month: Month | undefined;
  for (const from of sortMonths(candidates)) {
    if (from === month || from < first || from > last) continue;
    month = from;
    const now = evaluate(from);
    if (now === null || now === value) continue;
    steps.push({ from, value: now });
    value = now;
  }
  return steps;
}
