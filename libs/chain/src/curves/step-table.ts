import type { Month } from '../month';
import type { RiskEvent } from './risk-steps';
import type { StepPlace } from './way';

/** When something happened to the children of one birth month. */
export interface RiskMoment {
  readonly birth: Month;
  readonly origin: Month;
  readonly month: Month;
}

/** A table that takes the steps of many cases, in any order. */
export interface StepTable {
  /** The stages that it counts apart, by where steps lead to; nothing where it counts one. */
  readonly stages?: readonly string[];
  add(moment: RiskMoment, kind: RiskEvent, n: number, place: StepPlace): void;
  /** Under observation up to the month before, and then in another group. */
  leave(moment: RiskMoment, n: number, place: StepPlace): void;
}
