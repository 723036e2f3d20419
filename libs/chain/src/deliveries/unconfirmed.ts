import type { CaseHistory } from '../history/case-history';
import type { Month } from '../month';
import type { Observation } from '../profile/cross-section';
import type { MeasuredSteps, Profile } from '../profile/profile';
import type { Scheduler } from '../definition/schedule';
import type { Status } from '../status/status';

/**
 * What a lost case is while its source has not completed the month of the deadline: nobody can say that the stage was
 * not reached in time, so it stays overdue, and whoever left in the meantime is censored.
 */
const INSTEAD: Readonly<Partial<Record<string, Status>>> = {
  lost: 'overdue',
  lost_moved_out: 'censored_moved_out',
  lost_died: 'censored_died',
} satisfies Partial<Record<Status, Status>>;

/** The values of the measures that depend on whether the source has completed the month of the deadline. */
export const DEPENDENT_VALUES = ['lost', 'lost_moved_out', 'lost_died', 'reached', 'missed'] as const;

/** Whether a value of a measure depends on it: lost cases do, and closed windows. */
export function dependsOnSource(measure: string, value: string): boolean {
  return measure === 'window' || (measure === 'status' && value in INSTEAD);
}

/** What an observation that depends on its source is while that is not complete: a status, or nothing for a window. */
export function unconfirmedStatus({ measure, value }: Pick<Observation, 'measure' | 'value'>): Status | null {
  return (measure === 'status' && INSTEAD[value]) || null;
}

/** A measure of one stage, with the deadline of the child. */
export interface DeadlineMeasure extends MeasuredSteps {
  readonly deadline: Month;
}

/** The measures of some stages in which something depends on the source. */
export function deadlineMeasures(
  { birth }: CaseHistory,
  { measured }: Profile,
  scheduler: Scheduler,
  stages: ReadonlySet<string>,
): DeadlineMeasure[] {
  const schedule = birth === null ? null : scheduler(birth);
  const deadlines = new Map(schedule?.stages.map(({ id, deadline }) => [id, deadline]));
  return measured.flatMap((steps) => {
    const deadline = deadlines.get(steps.stage);
    if (deadline === undefined || !stages.has(steps.stage)) return [];
    return steps.steps.some(({ value }) => dependsOnSource(steps.measure, value))
      ? [{ ...steps, deadline }]
      : [];
  });
}

const FIRST = new Map<string, number>(DEPENDENT_VALUES.map((value, at) => [value, at]));

/** The number under which a value with its deadline is counted in a cell of a birth year: small, and the same everywhere. */
export function deadlineSeries(value: string, deadline: Month, birthYear: number): number {
  return (deadline - birthYear * 12) * DEPENDENT_VALUES.length + (FIRST.get(value) ?? 0);
}

/** What a number stands for. */
export function seriesDeadline(
  series: number,
  birthYear: number,
): Pick<Observation, 'measure' | 'value'> & {
  readonly deadline: Month;
} {
  const value = DEPENDENT_VALUES[series % DEPENDENT_VALUES.length] ?? 'lost';
  return {
    measure: value === 'reached' || value === 'missed' ? 'window' : 'status',
    value,
    deadline: birthYear * 12 + Math.floor(series / DEPENDENT_VALUES.length),
  };
}
