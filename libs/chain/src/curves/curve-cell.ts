import type { Contribution } from './contribution';
import { RISK_EVENTS, type RiskEvent } from './risk-steps';
import type { Stratum } from './stratum';

/**
 * The parts that the counts of a stratum are kept in. `then`: what happens to cases in months that belong to the
 * stratum. `change`: cases under observation that go from it to another one. `last`: what must be added to `then`,
 * from which month on, where all that happened goes by the stratum that is known last.
 */
export const CURVE_PARTS = ['then', 'change', 'last'] as const;
export type CurvePart = (typeof CURVE_PARTS)[number];

export function partOf({ step, since }: Contribution): CurvePart {
  if (step.kind === 'change') return 'change';
  return since === null ? 'then' : 'last';
}

/** Gives stages and strata numbers, from 0 on. */
export interface CurveNumbers {
  stage(id: string): number;
  stratum(stratum: Stratum): number;
}

/** Stages have numbers below it, strata below 65,536. */
const MOST_STAGES = 1_024;

/**
 * The number of what a contribution counts, within its part.
 * @throws RangeError where there are more stages than can be told apart
 */
export function seriesOf({ step, since, to }: Contribution, numbers: CurveNumbers): number {
  const stage = numbers.stage(to);
  if (stage >= MOST_STAGES) throw new RangeError('curves tell no more than 1,023 stages apart');
  if (step.kind === 'change') return changeSeries(stage, numbers.stratum(step.into));
  const lag = since === null ? 0 : since - step.month;
  return (lag * RISK_EVENTS.length + RISK_EVENTS.indexOf(step.kind)) * MOST_STAGES + stage;
}

/** In the part `change`: going to another stratum, by the numbers of stage and stratum. */
export function changeSeries(to: number, into: number): number {
  return into * MOST_STAGES + to;
}

export function readChange(series: number): { to: number; into: number } {
  return { to: series % MOST_STAGES, into: Math.floor(series / MOST_STAGES) };
}

/** In the other parts: an event. In the part `last` it counts `lag` months later only. */
export function readEvent(series: number): { to: number; kind: RiskEvent; lag: number } {
  const what = Math.floor(series / MOST_STAGES);
  const kind = RISK_EVENTS[what % RISK_EVENTS.length] ?? 'enter';
  return { to: series % MOST_STAGES, kind, lag: Math.floor(what / RISK_EVENTS.length) };
}
