import {
  deadlineMeasures,
  dependsOnSource,
  emitChanges,
  type CaseHistory,
  type Cell,
  type Dimension,
  type Profile,
  type Scheduler,
  type Steps,
} from '@lueckenlos/chain';
import type { DeadlineChanges } from './deadline-changes';

/** A child under one chain. */
export interface ScheduledChild {
  readonly history: CaseHistory;
  readonly profile: Profile;
  readonly scheduler: Scheduler;
}

/** Adds what a child contributes, or takes it back. */
export function addChild(
  changes: DeadlineChanges,
  chain: string,
  { history, profile, scheduler }: ScheduledChild,
  stages: ReadonlySet<string>,
  sign: 1 | -1,
): void {
  const { cells } = profile;
  for (const measured of deadlineMeasures(history, profile, scheduler, stages)) {
    const { stage, deadline, measure } = measured;
    const emit = (steps: Steps<Cell>, dimension: Dimension, by: 1 | -1): void =>
      emitChanges(steps, measured, by, (cell, _, value, month, n) => {
        if (!dependsOnSource(measure, value)) return;
        changes.add({ chain, stage, dimension, cell }, { value, deadline }, month, n);
      });
    emit(cells.last, 'last', sign);
    if (cells.first === cells.last) continue;
    emit(cells.first, 'first', sign);
    emit(cells.last, 'first', sign === 1 ? -1 : 1);
  }
}
