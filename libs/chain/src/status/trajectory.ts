import type { Schedule } from '../definition/schedule';
import type { CaseHistory } from '../history/case-history';
import { isPresent } from '../history/presence';
import type { Month } from '../month';
import { stepsOf, type Step, type Steps } from '../steps';
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
    next: nextSteps(views, index, begin),
  }));
  return { scope, schedule, stages };
}

function statusSteps(
  history: CaseHistory,
  view: StageView,
  begin: Month,
  moves: readonly Month[],
): Steps<Status> {
  const { due, deadline, reached, laterReached } = view;
  const candidates = moves.concat([begin, due + 1, deadline + 1, reached ?? begin, laterReached]);
  // Once reached, a status stands.
  const last = reached === undefined ? undefined : Math.max(begin, reached);
  return stepsOf(candidates, (month) => statusAt(history, view, month), begin, last);
}

/** Was the stage reached in time? From the month after the deadline on, of a case that was present then. */
export function closedWindow(
  { spells }: CaseHistory,
  { deadline, reached }: StageView,
  begin: Month,
): Steps<ClosedWindow> {
  if (!isPresent(spells, deadline)) return [];
  const value = reached !== undefined && reached <= deadline ? 'reached' : 'missed';
  return [{ from: Math.max(deadline + 1, begin), value }];
}

/** Walks the later stages in the chain's order: a stage counts until an earlier one of them is reached as well. */
function nextSteps(views: readonly StageView[], index: number, begin: Month): Steps<string> {
  const reached = views[index]?.reached;
  if (reached === undefined) return [];
  const start = Math.max(reached, begin);
  const steps: Step<string>[] = [];
  let until = Infinity;
  for (let i = index + 1; i < views.length && until > start; i++) {
    const { id, reached: month = Infinity } = views[i] as StageView;
    const from = Math.max(month, start);
    if (from >= until) continue;
    steps.unshift({ from, value: id });
    until = from;
  }
  if (until > start) steps.unshift({ from: start, value: '' });
  return steps;
}
