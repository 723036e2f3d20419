import { pick, shuffled, type Chance } from '@lueckenlos/projections/testing';
import { example } from '../chain-small/example';
import { withoutRepeats } from '../chain-small/stored-events';

export type Mode = 'each' | 'all';

/** Lines of the worked example on one of the ways in. */
export interface Delivery {
  readonly way: 'single' | 'batch' | 'file';
  readonly mode: Mode;
  readonly lines: readonly string[];
}

/** Mostly small ones, so that a kill finds many under way. */
const WAYS = [...Array<'single'>(6).fill('single'), 'batch', 'batch', 'file'] as const;
const MOST: Readonly<Record<Delivery['way'], number>> = { single: 1, batch: 40, file: 120 };

/** All records of some cases, in any order. */
export function someLines(chance: Chance, cases: number): string[] {
  const lines = withoutRepeats(example.lines());
  const subjects = [...new Set(lines.map(subjectOf))];
  const chosen = new Set(shuffled(chance, subjects).slice(0, cases));
  return shuffled(
    chance,
    lines.filter((line) => chosen.has(subjectOf(line))),
  );
}

/** Cuts lines into single posts, batches and files. */
export function deliveriesOf(chance: Chance, lines: readonly string[]): Delivery[] {
  const deliveries: Delivery[] = [];
  for (let start = 0; start < lines.length;) {
    const way = pick(chance, WAYS);
    const size = 1 + chance(MOST[way]);
    deliveries.push({ way, mode: pick(chance, ['each', 'all']), lines: lines.slice(start, start + size) });
    start += size;
  }
  return deliveries;
}

function subjectOf(line: string): string {
  return (JSON.parse(line) as { subject: string }).subject;
}
