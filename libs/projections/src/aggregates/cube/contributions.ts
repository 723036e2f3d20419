import {
  differingMeasures,
  emitChanges,
  firstDifference,
  sameCell,
  type Cell,
  type ChangedSteps,
  type ChangeSink,
  type Dimension,
  type MeasuredSteps,
  type Month,
  type Profile,
  type Steps,
} from '@lueckenlos/chain';
import type { ChangeSet, GatheredCell } from './change-set';

const NO_VALUES = new Map<string, number>();

/** Takes back what a case contributed to a chain before and adds what it contributes now. */
export function addDifference(
  changes: ChangeSet,
  chain: string,
  before: Profile | null,
  after: Profile | null,
): void {
  if (!before) {
    if (after) addProfile(changes, chain, after, after.measured, 1);
    return;
  }
  const differing = differingMeasures(before, after, cellsDiffer(before, after));
  addProfile(changes, chain, before, differing.before, -1);
  if (after) addProfile(changes, chain, after, differing.after, 1);
}

function cellsDiffer(before: Profile, after: Profile | null): Month {
  const dimension = (name: Dimension): Month =>
    firstDifference(before.cells[name], after?.cells[name] ?? [], sameCell);
  return Math.min(dimension('last'), dimension('first'));
}

function addProfile(
  changes: ChangeSet,
  chain: string,
  { cells }: Profile,
  measures: readonly (MeasuredSteps & Partial<ChangedSteps>)[],
  sign: 1 | -1,
): void {
  if (measures.length === 0) return;
  const targets = (steps: Steps<Cell>, dimension: Dimension): Steps<GatheredCell> =>
    steps.map(({ from, value }) => ({ from, value: changes.cellOf(chain, dimension, value) }));
  let values = NO_VALUES;
  const sink: ChangeSink<GatheredCell> = (cell, measured, value, month, n) =>
    changes.add(cell, month, changes.series.idOf(measured, values, value), n);
  const emit = (steps: Steps<GatheredCell>, by: 1 | -1): void => {
    for (const measured of measures) {
      values = changes.series.valuesOf(measured.measure, measured.stage);
      emitChanges(steps, measured, by, sink);
    }
  };
  emit(targets(cells.last, 'last'), sign);
  if (cells.first === cells.last) return;
  emit(targets(cells.first, 'first'), sign);
  emit(targets(cells.last, 'first'), sign === 1 ? -1 : 1);
}
