import type { Month } from '../month';
import type { Steps } from '../steps';
import type { Cell, MeasuredSteps, Profile } from './profile';

/** Receives "from this month on, n more (or fewer) cases with this value in this cell". */
export type ChangeSink<C = Cell> = (
  cell: C,
  measured: MeasuredSteps,
  value: string,
  month: Month,
  n: 1 | -1,
) => void;

/**
 * Tells the changes by calendar month of one measure of one case: their sum up to a month is its
 * contribution at that month. A case that changes its cell leaves the old one and enters the new one.
 */
export function emitChanges<C extends object = Cell>(
  cells: Steps<C>,
  measured: MeasuredSteps & Partial<ChangedSteps>,
  sign: 1 | -1,
  sink: ChangeSink<C>,
): void {
  const { steps, since = -Infinity } = measured;
  let [c, s] = [0, 0];
  let cell: C | undefined;
  let value: string | undefined;
  while (c < cells.length || s < steps.length) {
    const month = Math.min(cells[c]?.from ?? Infinity, steps[s]?.from ?? Infinity);
    const told = month >= since;
    if (told && cell && value !== undefined) sink(cell, measured, value, month, sign === 1 ? -1 : 1);
    if (cells[c]?.from === month) cell = cells[c++]?.value;
    if (steps[s]?.from === month) value = steps[s++]?.value;
    if (told && cell && value !== undefined) sink(cell, measured, value, month, sign);
  }
}

/** The month from which two step lists say different things; Infinity if they say the same. */
export function firstDifference<T>(
  a: Steps<T>,
  b: Steps<T>,
  same: (x: T, y: T) => boolean = Object.is,
): Month {
  if (a === b) return Infinity;
  for (let i = 0; ; i++) {
    const [x, y] = [a[i], b[i]];
    if (!x || !y) return Math.min(x?.from ?? Infinity, y?.from ?? Infinity);
    if (x.from !== y.from || !same(x.value, y.value)) return Math.min(x.from, y.from);
  }
}

export function sameCell(a: Cell, b: Cell): boolean {
  return (
    a.birthYear === b.birthYear &&
    a.schoolYear === b.schoolYear &&
    a.area === b.area &&
    a.povertyRisk === b.povertyRisk
  );
}

/** A measure of which only the changes from a month on are to be told. */
export interface ChangedSteps extends MeasuredSteps {
  readonly since: Month;
}

/**
 * What of `before` and `after` differs: which measures, and from which month on, so that a new record costs
 * only what it changes. `cellsDiffer` is the month from which the cells differ, Infinity if they don't.
 */
export function differingMeasures(
  before: Profile | null,
  after: Profile | null,
  cellsDiffer: Month,
): { before: ChangedSteps[]; after: ChangedSteps[] } {
  const [old, now] = [before?.measured ?? [], after?.measured ?? []];
  const aligned = areAligned(old, now);
  const since = old.map(({ steps }, i) => Math.min(cellsDiffer, firstDifference(steps, now[i]?.steps ?? [])));
  const changed = (measures: readonly MeasuredSteps[]): ChangedSteps[] => {
    const found: ChangedSteps[] = [];
    for (const [i, { measure, stage, steps }] of measures.entries()) {
      const from = aligned ? (since[i] ?? -Infinity) : -Infinity;
      if (from < Infinity) found.push({ measure, stage, steps, since: from });
    }
    return found;
  };
  return { before: changed(old), after: changed(now) };
}

/** Under one schedule they are; a birth month that changes may bring other stages. */
function areAligned(a: readonly MeasuredSteps[], b: readonly MeasuredSteps[]): boolean {
  if (a.length !== b.length) return false;
  return a.every(({ measure, stage }, i) => measure === b[i]?.measure && stage === b[i].stage);
}
