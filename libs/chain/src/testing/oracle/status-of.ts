import type { Month } from '../../month';
import type { Status } from '../../status/status';
import type { OracleFact } from './facts-in-force';
import { lastClosing, type Residence } from './residence';
import type { Window } from './windows';

/** R: the earliest month of a stage; Infinity if it was not reached. */
export function firstMonth(facts: readonly OracleFact[], stage: string): Month {
  return Math.min(...facts.filter((fact) => fact.stage === stage).map((fact) => fact.month));
}

/** "Status of a case at a stage": exactly one, the first line that holds. `facts` go up to D. */
export function statusOf(
  facts: readonly OracleFact[],
  home: Residence,
  windows: readonly Window[],
  { stage, due, deadline }: Window,
  asOf: Month,
): Status {
  const reached = firstMonth(facts, stage);
  if (reached <= asOf) {
    if (reached <= due) return 'reached_on_time';
    return reached <= deadline ? 'reached_late' : 'recovered';
  }
  if ((home.entry ?? Infinity) > deadline) return 'not_observed';

  const x = Math.min(asOf, deadline);
  const closing = home.presentAtEndOf(x) ? undefined : lastClosing(home, x);
  const end = closing ? closing.month : Infinity;
  const later = windows.slice(windows.findIndex((window) => window.stage === stage) + 1);
  if (later.some((window) => firstMonth(facts, window.stage) <= Math.min(asOf, end))) {
    return asOf <= deadline && home.presentAtEndOf(asOf) ? 'skipped_open' : 'skipped';
  }
  if (closing) return `censored_${closing.reason}`;
  if (asOf <= due) return 'pending';
  if (asOf <= deadline) return 'overdue';
  if (home.presentAtEndOf(asOf)) return 'lost';
  return `lost_${lastClosing(home, asOf)?.reason ?? 'moved_out'}`;
}
