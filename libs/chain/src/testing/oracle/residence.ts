import type { Month } from '../../month';
import type { OracleFact } from './facts-in-force';

export interface Closing {
  readonly month: Month;
  readonly reason: 'moved_out' | 'died';
}

/** Where a child was, month by month, from the facts given. */
export interface Residence {
  /** The start of the first spell. */
  readonly entry: Month | null;
  readonly presentAtEndOf: (month: Month) => boolean;
  readonly closings: readonly Closing[];
}

/** "Presence": lives through every month; within a month birth, moved-in, moved-out, died. */
export function residence(facts: readonly OracleFact[], birth: Month | null, until: Month): Residence {
  const happened = (kind: OracleFact['kind'], month: Month): boolean =>
    facts.some((fact) => fact.kind === kind && fact.month === month);
  const local = facts.some((fact) => fact.stage === 'birth' && fact.month === birth && fact.area !== null);
  const present = new Set<Month>();
  const closings: Closing[] = [];
  let entry: Month | null = null;
  let [inside, dead] = [false, false];
  for (let month = Math.min(...facts.map((fact) => fact.month)); month <= until; month++) {
    const arrives = (local && month === birth) || happened('moved-in', month);
    if (arrives && !inside && !dead) {
      inside = true;
      entry ??= month;
    }
    if (inside && happened('moved-out', month)) {
      inside = false;
      closings.push({ month, reason: 'moved_out' });
    }
    if (happened('died', month)) {
      if (inside) closings.push({ month, reason: 'died' });
      [inside, dead] = [false, true];
    }
    if (inside) present.add(month);
  }
  return { entry, presentAtEndOf: (month) => present.has(month), closings };
}

/** The last closing up to a month. */
export function lastClosing({ closings }: Residence, month: Month): Closing | undefined {
  return closings.filter((closing) => closing.month <= month).at(-1);
}
