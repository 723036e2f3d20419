import type { CatchUpFigures } from './catch-up-bench';
import type { QuestionFigures } from './figures-bench';
import type { ImportFigures } from './import-bench';

/** All figures of one run at one size. */
export interface SizeFigures {
  /** Of the demo's size. */
  readonly size: number;
  readonly imported: ImportFigures;
  readonly catchUp: CatchUpFigures;
  readonly questions: readonly QuestionFigures[];
}
