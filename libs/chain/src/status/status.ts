import type { CaseHistory } from '../history/case-history';
import { isPresent, lastClosed } from '../history/presence';
import type { Month } from '../month';
import type { Schedule, ScheduledStage } from '../definition/schedule';

/** The thirteen statuses of a case at a stage, in the order in which figures list them. */
export const STATUSES = [
  'reached_on_time',
  'reached_late',
  'recovered',
  'skipped_open',
  'skipped',
  'pending',
  'overdue',
  'lost',
  'lost_moved_out',
  'lost_died',
  'censored_moved_out',
  'censored_died',
  'not_observed',
] as const;
export type Status = (typeof STATUSES)[number];

/** What the status at one stage depends on, for the children of one birth month. */
export interface StageView extends ScheduledStage {
  /** The month in which the stage was reached, if ever. */
  readonly reached: Month | undefined;
  /** The earliest month in which any later stage was reached; Infinity if none. */
  readonly laterReached: Month;
}

/** Each stage of the schedule with what the history says of it. */
export function stageViews(history: CaseHistory, schedule: Schedule): StageView[] {
  const views: StageView[] = [];
  let laterReached = Infinity;
  for (let i = schedule.stages.length - 1; i >= 0; i--) {
    const stage = schedule.stages[i] as ScheduledStage;
    const reached = history.reached.get(stage.id);
    views.push({ id: stage.id, due: stage.due, deadline: stage.deadline, reached, laterReached });
    laterReached = Math.min(laterReached, reached ?? Infinity);
  }
  return views.reverse();
}

/** The status at a stage at the end of month `asOf`, of a case in scope then: the first line that holds. */
export function statusAt({ spells }: CaseHistory, stage: StageView, asOf: Month): Status {
  const { due, deadline, reached } = stage;
  if (reached !== undefined && reached <= asOf) return reachedStatus(stage, reached);

  const entry = spells[0]?.start ?? Infinity;
  if (entry > deadline) return 'not_observed';

  const observedUntil = Math.min(asOf, deadline);
  const exit = isPresent(spells, observedUntil) ? null : lastClosed(spells, observedUntil);
  if (stage.laterReached <= Math.min(asOf, exit?.end ?? Infinity)) {
    return asOf <= deadline && isPresent(spells, asOf) ? 'skipped_open' : 'skipped';
  }
  if (exit?.reason) return exit.reason === 'died' ? 'censored_died' : 'censored_moved_out';
  if (asOf <= due) return 'pending';
  if (asOf <= deadline) return 'overdue';
  if (isPresent(spells, asOf)) return 'lost';
  return lastClosed(spells, asOf)?.reason === 'died' ? 'lost_died' : 'lost_moved_out';
}

function reachedStatus({ due, deadline }: ScheduledStage, reached: Month): Status {
  if (reached <= due) return 'reached_on_time';
  return reached <= deadline ? 'reached_late' : 'recovered';
}
