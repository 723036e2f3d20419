import type { Scheduler } from '../definition/schedule';
import type { CaseHistory } from '../history/case-history';
import type { KnownValues } from '../history/dimensions';
import { yearOf } from '../month';
import { trajectory } from '../status/trajectory';
import { stepsOf, valueAt, type Steps } from '../steps';

/** Where a case is counted: its cohorts and the values of its dimensions. Null is unknown. */
export interface Cell {
  readonly birthYear: number | null;
  /** The school-entry year S. */
  readonly schoolYear: number | null;
  readonly area: string | null;
  readonly povertyRisk: boolean | null;
}

/** Which known value of area and poverty risk a figure goes by. */
export const DIMENSIONS = ['last', 'first'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** What is counted: scope, status at a stage, closed windows of a stage, the next stage after one. */
export const MEASURES = ['scope', 'status', 'window', 'next'] as const;
export type Measure = (typeof MEASURES)[number];

/** A measure that changes by month; `stage` is empty for the scope. */
export interface MeasuredSteps {
  readonly measure: Measure;
  readonly stage: string;
  readonly steps: Steps<string>;
}

/** Everything one case contributes to the figures of one chain: in which cells, with which values, from when. */
export interface Profile {
  readonly cells: Readonly<Record<Dimension, Steps<Cell>>>;
  /** Always the same measures in the same order under one schedule, also where a measure has no steps. */
  readonly measured: readonly MeasuredSteps[];
}

export function profileOf(history: CaseHistory, scheduler: Scheduler): Profile {
  const schedule = history.birth === null ? null : scheduler(history.birth);
  const path = trajectory(history, schedule);
  const measured: MeasuredSteps[] = [{ measure: 'scope', stage: '', steps: path.scope }];
  for (const { stage, status, window, next } of path.stages) {
    measured.push({ measure: 'status', stage, steps: status });
    measured.push({ measure: 'window', stage, steps: window });
    measured.push({ measure: 'next', stage, steps: next });
  }
  const schoolYear = schedule?.schoolYear ?? null;
  const last = cellSteps(history, schoolYear, 'last');
  const first = dimensionsDiffer(history) ? cellSteps(history, schoolYear, 'first') : last;
  return { cells: { last, first }, measured };
}

function dimensionsDiffer({ area, povertyRisk }: CaseHistory): boolean {
  return changes(area) || changes(povertyRisk);
}

/** Two facts of one month may state two values: then there is one step only, and first and last known differ in it. */
function changes<T>({ last, first }: KnownValues<T>): boolean {
  return last.length > 1 || last[0]?.value !== first[0]?.value;
}

function cellSteps(history: CaseHistory, schoolYear: number | null, dimension: Dimension): Steps<Cell> {
  const { firstFact, birth, area, povertyRisk } = history;
  const months = [firstFact, ...(birth === null ? [] : [birth])];
  for (const { from } of area[dimension]) months.push(from);
  for (const { from } of povertyRisk[dimension]) months.push(from);
  return stepsOf(months, (month) => {
    const born = birth !== null && birth <= month;
    return {
      birthYear: born ? yearOf(birth) : null,
      schoolYear: born ? schoolYear : null,
      area: valueAt(area[dimension], month) ?? null,
      povertyRisk: valueAt(povertyRisk[dimension], month) ?? null,
    };
  });
}
