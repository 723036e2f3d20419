import type { Month } from '@lueckenlos/chain';

/** A stage that a child would reach in a month if it lived here. */
export interface PlannedStage {
  readonly stage: string;
  readonly month: Month;
  /** It lasts: whoever moves in soon afterwards is reported by the new Kita or school. */
  readonly lasting?: boolean;
}
