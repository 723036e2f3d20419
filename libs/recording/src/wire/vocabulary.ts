import type { Month } from '@lueckenlos/chain';

/** The months in which one chain expects a stage for the births of one month. Both ends belong to it. */
export interface StageWindow {
  /** The birth month, or the start of a pregnancy for a stage that the chain places before the birth. */
  readonly opens: Month;
  /** The last month before the case counts as lost: due month and grace. */
  readonly closes: Month;
}

/**
 * The stages and areas that any version of any chain or hierarchy defines. It only ever grows, so one that is out of
 * date refuses too much and never too little: refresh before refusing.
 */
export interface Vocabulary {
  stages(): ReadonlySet<string>;
  areas(): ReadonlySet<string>;
  /** Reads what was defined since the last time. */
  refresh(): Promise<void>;
  /** The windows of a stage for a birth month: one for each chain whose version for that month has the stage. */
  windows(stage: string, birth: Month): readonly StageWindow[];
}

export const VOCABULARY = Symbol('Vocabulary');
