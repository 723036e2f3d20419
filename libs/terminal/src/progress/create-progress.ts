import { barProgress } from './bar-progress';
import { lineProgress } from './line-progress';
import type { Progress, ProgressOptions } from './progress';

/** A bar on a terminal that can draw one, else a line now and then, so that a log stays short. */
export function createProgress(options: ProgressOptions): Progress {
  return options.stream.isTTY && options.total !== undefined
    ? barProgress({ ...options, total: options.total })
    : lineProgress(options);
}
