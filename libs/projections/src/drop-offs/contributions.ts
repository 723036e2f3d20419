import {
  differingMeasures,
  emitChanges,
  sameCell,
  sameSteps,
  type MeasuredSteps,
  type Profile,
} from '@lueckenlos/chain';
import type { ChangeSet } from './change-set';

/** Takes back what a case contributed to a chain before and adds what it contributes now. */
export function addDifference(
  changes: ChangeSet,
  chain: string,
  before: Profile | null,
  after: Profile | null,
): void {
  const same =
    before !== null &&
    after !== null &&
    sameSteps(before.cells.last, after.cells.last, sameCell) &&
    sameSteps(before.cells.first, after.cells.first, sameCell);
  const differing = differingMeasures(before, after, same);
  if (before) addProfile(changes, chain, before, differing.before, -1);
  if (after) addProfile(changes, chain, after, differing.after, 1);
}

function addProfile(
  changes: ChangeSet,
  chain: string,
  { cells }: Profile,
  measures: readonly MeasuredSteps[],
  sign: 1 | -1,
): void {
  for (const measured of measures) {
    emitChanges(cells.last, measured, sign, (cell, m, value, month, n) =>
      changes.add(chain, 'last', cell, changes.placeOfSeries(m, value), month, n),
    );
    if (cells.first === cells.last) continue;
    const toFirst = (to: 1 | -1): Parameters<typeof emitChanges>[3] => {
      return (cell, m, value, month, n) =>
        changes.add(chain, 'first', cell, changes.placeOfSeries(m, value), month, to * n);
    };
    emitChanges(cells.first, measured, sign, toFirst(1));
    emitChanges(cells.last, measured, sign, toFirst(-1));
  }
}
