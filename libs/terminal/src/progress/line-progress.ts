import { formatCount } from '../numbers';
import type { Progress, ProgressOptions } from './progress';
import { perSecond } from './rate';

/** One line at most every few seconds, and one at the end. */
export function lineProgress({
  stream,
  label,
  unit,
  total,
  language,
  now = () => performance.now(),
  lineEveryMs = 5_000,
}: ProgressOptions): Progress {
  const started = now();
  let written = started;
  let [done, shown, stopped] = [0, 0, false];

  const write = (): void => {
    const of = total === undefined ? '' : ` / ${formatCount(Math.max(total, done), language)}`;
    const rate = formatCount(perSecond(done, now() - started), language);
    stream.write(`${label}: ${formatCount(done, language)}${of} ${unit}, ${rate}/s\n`);
    [written, shown] = [now(), done];
  };

  return {
    update(value) {
      done = value;
      if (!stopped && now() - written >= lineEveryMs) write();
    },
    stop() {
      if (!stopped && shown !== done) write();
      stopped = true;
    },
  };
}
