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

/** How many stages can be told apart; of strata 65,536. */
export const MOST_STAGES = 1_024;

/** What is counted in a part: reaching (or being cut off by) a stage, and how. */
export type CurveSeries =
  | { readonly to: number; readonly kind: 'change'; readonly into: number }
  /** `lag`: how many months later it counts, in the part `last`. */
  | { readonly to: number; readonly kind: RiskEvent; readonly lag: number };

/** The number of what a contribution counts, within its part. */
export function seriesOf({ step, since, to }: Contribution, numbers: CurveNumbers): number {
  const what =
    step.kind === 'change'
      ? numbers.stratum(step.into)
      : (since === null ? 0 : since - step.month) * RISK_EVENTS.length + RISK_EVENTS.indexOf(step.kind);
  return what * MOST_STAGES + numbers.stage(to);
}

/** Reads what {@link seriesOf} wrote. */
export function readSeries(part: CurvePart, series: number): CurveSeries {
  const to = series % MOST_STAGES;
  const what = Math.floor(series / MOST_STAGES);
  if (part === 'change') return { to, kind: 'change', into: what };
  const kind = RISK_EVENTS[what % RISK_EVENTS.length] ?? 'enter';
  return { to, kind, lag: Math.floor(what / RISK_EVENTS.length) };
}
