import { BIRTH_STAGE } from '../definition/chain-definition';
import type { CaseHistory } from '../history/case-history';
import type { Month } from '../month';
import type { Step, Steps } from '../steps';
import { isCutOff, isExit, presenceSteps, reachingStep, type RiskStep } from './risk-steps';
import { strataOf, type Stratum } from './stratum';

/** From which stage time is counted, or in which state a case is; with an event, the stage reached. Else `to` is ''. */
export interface StepPlace {
  readonly from: string;
  readonly to: string;
}

export interface PlacedStep extends StepPlace {
  readonly step: RiskStep;
}

/** What happens to one case under observation, since an origin. */
export interface Way {
  readonly birth: Month;
  /** The month from which time is counted: the birth, or the first month of a stage. */
  readonly origin: Month;
  readonly strata: Steps<Stratum>;
  readonly steps: readonly PlacedStep[];
}

/** The way from one stage to another; null where the birth is not known or `from` was never reached. */
export function wayBetween(history: CaseHistory, from: string, to: string): Way | null {
  const { birth, spells, reached } = history;
  const origin = reached.get(from);
  if (birth === null || origin === undefined) return null;
  const strata = strataOf(history);
  const month = reached.get(to);
  const steps = presenceSteps(spells, strata, origin)
    .filter((step) => month === undefined || !isCutOff(step, month))
    .map((step): PlacedStep => ({ from, to: '', step }));
  const event = month === undefined ? null : reachingStep(spells, strata, origin, month);
  if (event) steps.push({ from, to, step: event });
  return { birth, origin, strata, steps };
}

/**
 * The way through the states of having reached a stage as the furthest one, in the order of a chain, from the birth on;
 * null where it is not known. In a month entries come first, then transitions, then exits: an exit names the state
 * before the month and, where it changed in the month, the one after.
 */
export function furthestWay(history: CaseHistory, order: readonly string[]): Way | null {
  const { birth, spells } = history;
  if (birth === null) return null;
  const strata = strataOf(history);
  const furthest = furthestSteps(history, order);
  const steps = presenceSteps(spells, strata, birth).map((step): PlacedStep => {
    const from = stateBefore(furthest, step.month);
    const after = isExit(step.kind) ? stateBefore(furthest, step.month + 1) : from;
    return { from, to: after === from ? '' : after, step };
  });
  for (const { from: month, value: to } of furthest) {
    const step = reachingStep(spells, strata, birth, month);
    if (step) steps.push({ from: stateBefore(furthest, month), to, step });
  }
  return { birth, origin: birth, strata, steps };
}

/** The furthest stage reached by the end of a month; the birth comes before all months. */
function furthestSteps({ reached }: CaseHistory, order: readonly string[]): Steps<string> {
  let furthest = order.indexOf(BIRTH_STAGE);
  const months = order
    .map((stage, place) => ({ stage, place, month: reached.get(stage) ?? Infinity }))
    .filter(({ place, month }) => place > furthest && month < Infinity)
    .sort((a, b) => a.month - b.month || b.place - a.place);
  const steps: Step<string>[] = [{ from: -Infinity, value: BIRTH_STAGE }];
  for (const { stage, place, month } of months) {
    if (place <= furthest) continue;
    furthest = place;
    steps.push({ from: month, value: stage });
  }
  return steps;
}

function stateBefore(furthest: Steps<string>, month: Month): string {
  return furthest.findLast(({ from }) => from < month)?.value ?? BIRTH_STAGE;
}
