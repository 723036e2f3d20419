import { planOf, type SynthesisOptions } from './options';
import { synthesise } from './synthesise';

/** A town of this scale is counted out and multiplied: some 1,500 cases, a few percent off. */
const SAMPLE = 0.025;

/** Roughly how many events {@link synthesise} will yield, for a progress bar. */
export function estimateEvents(options: SynthesisOptions): number {
  const { scale } = planOf(options);
  const sample = Math.min(scale, SAMPLE);
  if (sample === 0) return 0;
  const events = synthesise({ ...options, cases: undefined, scale: sample });
  let counted = 0;
  while (!events.next().done) counted++;
  return Math.round((counted * scale) / sample);
}
