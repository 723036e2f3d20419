import { SingleBar } from 'cli-progress';
import { formatCount, type Language } from '../numbers';
import type { Progress, ProgressOptions } from './progress';
import { perSecond } from './rate';

/** What matters least stands last: a narrow terminal cuts it off. */
const FORMATS: Readonly<Record<Language, string>> = {
  en: '{label} {bar} {percentage} % · {eta_formatted} left · {done} of {all} {unit} · {rate}/s',
  de: '{label} {bar} {percentage} % · noch {eta_formatted} · {done} von {all} {unit} · {rate}/s',
};

/** A bar that redraws itself in place. */
export function barProgress({
  stream,
  label,
  unit,
  total,
  language,
  now = () => performance.now(),
}: ProgressOptions & { readonly total: number }): Progress {
  const started = now();
  const payload = (done: number): object => ({
    label,
    unit,
    done: formatCount(done, language),
    all: formatCount(Math.max(total, done), language),
    rate: formatCount(perSecond(done, now() - started), language),
  });
  const bar = newBar(stream, FORMATS[language]);
  bar.start(total, 0, payload(0));
  return {
    update(done) {
      // The total is often an estimate: a bar that stands beyond its end would look broken.
      if (done > bar.getTotal()) bar.setTotal(done);
      bar.update(done, payload(done));
    },
    stop: () => bar.stop(),
  };
}

function newBar(stream: NodeJS.WritableStream, format: string): SingleBar {
  return new SingleBar({
    stream,
    format,
    barsize: 24,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    etaBuffer: 200,
    // Trims the line instead of switching wrapping off, which would stay off if the process were killed.
    linewrap: true,
    // Its signal handlers would keep Ctrl-C from ending the process.
    gracefulExit: false,
  });
}
