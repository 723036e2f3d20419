import type { Language } from '../numbers';
import type { OutputStream } from './output-stream';

/** Work under way, shown to whoever waits for it. */
export interface Progress {
  /** How much is done by now. */
  update(done: number): void;
  /** Shows the last state and leaves the terminal as it was. */
  stop(): void;
}

export interface ProgressOptions {
  readonly stream: OutputStream;
  /** What is going on, such as `Filling the store`. */
  readonly label: string;
  /** What is counted, such as `events`. */
  readonly unit: string;
  /** How much there is to do, as far as anybody knows; undefined where nobody does. */
  readonly total?: number;
  readonly language: Language;
  /** Milliseconds of a clock that only goes forward; replaced in tests. */
  readonly now?: () => number;
  /** Least time between two lines where there is no terminal. */
  readonly lineEveryMs?: number;
}
