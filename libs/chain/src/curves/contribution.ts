import type { CaseHistory } from '../history/case-history';
import type { Spell } from '../history/presence';
import type { Month } from '../month';
import { firstDifference } from '../profile/changes';
import { isCutOff, presenceSteps, reachingStep, type RiskStep } from './risk-steps';
import type { StagePairs } from './stage-pairs';
import { strataOf, type Stratum } from './stratum';
import { furthestWay, type Way } from './way';

/** By how much one case changes the counts that curves are made from. */
export interface Contribution {
  /** The stage that time is counted from; with furthest stages the state of the case. */
  readonly from: string;
  /** The stage that was reached; '' where the step is no event, or is common to all stages. */
  readonly to: string;
  readonly birth: Month;
  readonly origin: Month;
  readonly step: RiskStep;
  /** Where it counts. */
  readonly stratum: Stratum;
  /**
   * Null: the step counts in the stratum of its month. Else it counts only for the dimension `last`, at as-of
   * months from this one on: then the case belongs to another stratum, with all that happened before.
   */
  readonly since: Month | null;
  readonly n: 1 | -1;
}

/**
 * What a case adds to the curves between stages. Being under observation is common to all stages and is told once
 * for each origin (`to` is ''); a stage adds the event, and takes away what it cuts off.
 * @param other leaves out what this history adds as well, so that a new record costs only what it changes
 */
export function curveContributions(
  history: CaseHistory,
  pairs: StagePairs,
  other: CaseHistory | null = null,
): Contribution[] {
  const told: Contribution[] = [];
  const { birth, spells, reached } = history;
  if (birth === null) return told;
  const strata = strataOf(history);
  const isShared = sharedStages(history, other);
  for (const [from, origin] of reached) {
    const targets = pairs.get(from);
    if (!targets) continue;
    const way = { birth, origin, strata };
    const fromIsShared = isShared(from);
    const present = presenceSteps(spells, strata, origin);
    if (!fromIsShared) for (const step of present) tellStep(told, way, from, '', step, 1);
    for (const [to, month] of reached) {
      if (!targets.has(to) || (fromIsShared && isShared(to))) continue;
      for (const step of present) if (isCutOff(step, month)) tellStep(told, way, from, to, step, -1);
      const event = reachingStep(spells, strata, origin, month);
      if (event) tellStep(told, way, from, to, event, 1);
    }
  }
  return told;
}

/**
 * What a case adds to the table of furthest stages by age, under the order of the stages that holds for it.
 * @param other nothing is told where this history adds the same
 */
export function furthestContributions(
  history: CaseHistory,
  order: readonly string[],
  other: CaseHistory | null = null,
): Contribution[] {
  const told: Contribution[] = [];
  if (order.every(sharedStages(history, other))) return told;
  const way = furthestWay(history, order);
  for (const { from, to, step } of way?.steps ?? []) if (way) tellStep(told, way, from, to, step, 1);
  return told;
}

/** Tells of a stage whether another history says the same of it, and the same of where the case was when. */
function sharedStages(history: CaseHistory, other: CaseHistory | null): (stage: string) => boolean {
  if (!other || !isObservedAlike(history, other)) return () => false;
  return (stage) => history.reached.get(stage) === other.reached.get(stage);
}

function isObservedAlike(a: CaseHistory, b: CaseHistory): boolean {
  return (
    a.birth === b.birth &&
    a.spells.length === b.spells.length &&
    a.spells.every((spell, i) => sameSpell(spell, b.spells[i])) &&
    firstDifference(a.area.last, b.area.last) === Infinity &&
    firstDifference(a.povertyRisk.last, b.povertyRisk.last) === Infinity
  );
}

function sameSpell({ start, end, reason }: Spell, other: Spell | undefined): boolean {
  return start === other?.start && end === other.end && reason === other.reason;
}

/** A step as it counts in its own month's stratum, and what is moved along whenever the stratum changes later. */
function tellStep(
  told: Contribution[],
  { birth, origin, strata }: Omit<Way, 'steps'>,
  from: string,
  to: string,
  step: RiskStep,
  n: 1 | -1,
): void {
  let { stratum } = step;
  told.push({ from, to, birth, origin, step, stratum, since: null, n });
  if (step.kind === 'change') return;
  for (const { from: since, value } of strata) {
    if (since <= step.month) continue;
    told.push({ from, to, birth, origin, step, stratum, since, n: n === 1 ? -1 : 1 });
    stratum = value;
    told.push({ from, to, birth, origin, step, stratum, since, n });
  }
}
