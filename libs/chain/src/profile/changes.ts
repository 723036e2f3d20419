import type { Month } from '../month';
import type { Steps } from '../steps';
import type { Cell, MeasuredSteps, Profile } from './profile';

/** Receives "from this month on, n more (or fewer) cases with this value in this cell". */
export type ChangeSink = (
  cell: Cell,
  measured: MeasuredSteps,
  value: string,
  month: Month,
  n: 1 | -1,
) => void;

/**
 * Tells the changes by calendar month of one measure of one case: their sum up to a month is its
 * contribution at that month. A case that changes its cell leaves the old one and enters the new one.
 */
export function emitChanges(
  cells: Steps<Cell>,
  measured: MeasuredSteps,
  sign: 1 | -1,
  sink: ChangeSink,
): void {
  const { steps } = measured;
  let [c, s] = [0, 0];
  let cell: Cell | undefined;
  let value: string | undefined;
  while (c < cells.length || s < steps.length) {
    const month = Math.min(cells[c]?.from ?? Infinity, steps[s]?.from ?? Infinity);
    if (cell && value !== undefined) sink(cell, measured, value, month, sign === 1 ? -1 : 1);
    if (cells[c]?.from === month) cell = cells[c++]?.value;
    if (steps[s]?.from === month) value = steps[s++]?.value;
    if (cell && value !== undefined) sink(cell, measured, value, month, sign);
  }
}

/** Whether two step lists say the same. */
export function sameSteps<T>(a: Steps<T>, b: Steps<T>, same: (x: T, y: T) => boolean = Object.is): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  return a.every((step, i) => {
    const other = b[i];
    return other !== undefined && other.from === step.from && same(step.value, other.value);
  });
}

export function sameCell(a: Cell, b: Cell): boolean {
  return (
    a.birthYear === b.birthYear &&
    a.schoolYear === b.schoolYear &&
    a.area === b.area &&
    a.povertyRisk === b.povertyRisk
  );
}

/** The measures of `before` and `after` that differ, so that a new record costs only what it changes. */
export function differingMeasures(
  before: Profile | null,
  after: Profile | null,
  sameCells: boolean,
): { before: readonly MeasuredSteps[]; after: readonly MeasuredSteps[] } {
  const [old, now] = [before?.measured ?? [], after?.measured ?? []];
  if (!sameCells) return { before: old, after: now };
  const unchanged = new Set<string>();
  const index = new Map(now.map((measured) => [seriesOf(measured), measured.steps]));
  for (const measured of old) {
    const steps = index.get(seriesOf(measured));
    if (steps && sameSteps(measured.steps, steps)) unchanged.add(seriesOf(measured));
  }
  const differs = (measured: MeasuredSteps): boolean => !unchanged.has(seriesOf(measured));
  return { before: old.filter(differs), after: now.filter(differs) };
}

function seriesOf({ measure, stage }: MeasuredSteps): string {
  return `${measure} ${stage}`;
}
