import type { Schedule } from '../definition/schedule';
import type { CaseHistory } from '../history/case-history';
import { isPresent } from '../history/presence';
import type { Month } from '../month';
import { stepsOf, type Steps } from '../steps';
import { inScopeFrom, scopeAt, type Scope } from './scope';
import { statusAt, stageViews, type StageView, type Status } from './status';

/** A window counts as closed for a case that was under observation at its end. */
export type ClosedWindow = 'reached' | 'missed';

/** What changes at one stage, and when. Written ahead of time: a deadline is data, not a timer. */
export interface StageTrajectory {
  readonly stage: string;
  readonly status: Steps<Status>;
  /** From the month after the deadline on: was the stage reached in time, by a case still present then? */
  readonly window: Steps<ClosedWindow>;
  /** From the month the stage was reached on: the next reached stage in the chain's order; '' is none yet. */
  readonly next: Steps<string>;
}

/** Everything a case contributes to the figures of one chain, at every as-of month at once. */
export interface Trajectory {
  readonly scope: Steps<Scope>;
  readonly schedule: Schedule | null;
  readonly stages: readonly StageTrajectory[];
}

/** The changes of a case by calendar month, under the schedule of its birth month (null: no birth, no stages). */
export function trajectory(history: CaseHistory, schedule: Schedule | null): Trajectory {
  const moves = history.spells.flatMap(({ start, end }) => (end === null ? [start] : [start, end]));
  const scope = stepsOf(
    [history.firstFact, ...(history.birth === null ? [] : [history.birth]), ...moves],
    (month) => scopeAt(history, month),
  );
  const begin = inScopeFrom(history);
  if (!schedule || begin === Infinity) return { scope, schedule, stages: [] };
  const views = stageViews(history, schedule);
  const stages = views.map((view, index) => ({
    stage: view.id,
    status: statusSteps(history, view, begin, moves),
    window: closedWindow(history, view, begin),
    next: nextSteps(view, views.slice(index + 1), begin),
  }));
  return { scope, schedule, stages };
}

function statusSteps(
  history: CaseHistory,
  view: StageView,
  begin: Month,
  moves: readonly Month[],
): Steps<Status> {
  const { due, deadline, reached = Infinity, laterReached } = view;
  const candidates = [begin];
  // Once reached, a status stands.
  for (const month of [due + 1, deadline + 1, reached, laterReached, ...moves]) {
    if (month > begin && month <= reached && month !== Infinity) candidates.push(month);
  }
  return stepsOf(candidates, (month) => statusAt(history, view, month));
}

function closedWindow(
  { spells }: CaseHistory,
  { deadline, reached }: StageView,
  begin: Month,
): Steps<ClosedWindow> {
  if (!isPresent(spells, deadline)) return [];
  const value = reached !== undefined && reached <= deadline ? 'reached' : 'missed';
  return [{ from: Math.max(deadline + 1, begin), value }];
}

function nextSteps(view: StageView, later: readonly StageView[], begin: Month): Steps<string> {
  if (view.reached === undefined) return [];
  const from = Math.max(view.reached, begin);
  const candidates = [
    from,
    ...later.flatMap(({ reached }) => (reached === undefined || reached < from ? [] : [reached])),
  ];
  return stepsOf(
    candidates,
    (month) => later.find(({ reached }) => reached !== undefined && reached <= month)?.id ?? '',
  );
}
