import type { ExitReason, Spell } from '../history/presence';
import type { Month } from '../month';
import type { Steps } from '../steps';
import { stratumAt, type Stratum } from './stratum';

/** What happens to a case under observation: it comes under it, has the event, or leaves for a reason. */
export const RISK_EVENTS = ['enter', 'event', 'moved_out', 'died'] as const;
export type RiskEvent = (typeof RISK_EVENTS)[number];

/** Something that happens to a case under observation in a month, in the stratum that is last known in it. */
export interface RiskEventStep {
  readonly kind: RiskEvent;
  readonly month: Month;
  readonly stratum: Stratum;
}

/** From this month on, a case under observation belongs to another stratum. */
export interface StratumChange {
  readonly kind: 'change';
  readonly month: Month;
  readonly stratum: Stratum;
  readonly into: Stratum;
}

export type RiskStep = RiskEventStep | StratumChange;

/**
 * The months under observation since an origin: every spell from its first month to its last one, both included;
 * a spell that was left ends with its reason, and a return is a new unit with delayed entry.
 */
export function presenceSteps(spells: readonly Spell[], strata: Steps<Stratum>, origin: Month): RiskStep[] {
  const steps: RiskStep[] = [];
  for (const { start, end, reason } of spells) {
    const last = end ?? Infinity;
    if (last < origin) continue;
    const first = Math.max(start, origin);
    steps.push({ kind: 'enter', month: first, stratum: stratumAt(strata, first) });
    addChanges(steps, strata, first, last);
    if (reason) steps.push({ kind: reason, month: last, stratum: stratumAt(strata, last) });
  }
  return steps;
}

function addChanges(steps: RiskStep[], strata: Steps<Stratum>, first: Month, last: Month): void {
  let stratum: Stratum | undefined;
  for (const { from: month, value: into } of strata) {
    if (stratum && month > first && month <= last) steps.push({ kind: 'change', month, stratum, into });
    stratum = into;
  }
}

/** Reaching a stage since an origin; null unless it was reached in a month under observation. */
export function reachingStep(
  spells: readonly Spell[],
  strata: Steps<Stratum>,
  origin: Month,
  month: Month,
): RiskEventStep | null {
  if (month < origin) return null;
  for (const { start, end } of spells)
    if (start <= month && month <= (end ?? Infinity))
      return { kind: 'event', month, stratum: stratumAt(strata, month) };
  return null;
}

/**
 * Whether a step no longer counts for a stage reached in a month: within a month entries come first, then
 * events, then exits, so the exit of that month is cut off and the entry of that month is not.
 */
export function isCutOff({ kind, month }: RiskStep, reached: Month): boolean {
  return isExit(kind) ? month >= reached : month > reached;
}

export function isExit(kind: RiskStep['kind']): kind is ExitReason {
  return kind === 'moved_out' || kind === 'died';
}
