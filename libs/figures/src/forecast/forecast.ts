import type { Month, RiskTable, Scheduler } from '@lueckenlos/chain';
import { aalenJohansen, Z_95, type LifeTableRow } from '@lueckenlos/statistics';
import type { Group } from '../cube/group-table';
import type { TableOfGroup } from '../curves/birth-tables';
import type { DeliveredThrough } from '../source-coverage/group-coverage';

/** A cohort is compared with the children born a year before it. */
export const COHORT = 12;

/** How many of some children will reach a stage in time, if they do as those a year older did. */
export interface ExpectedReached {
  readonly value: number;
  /** 95 %, normal, with the chance of each child and the uncertainty of the share. */
  readonly lower: number;
  readonly upper: number;
  /** How many of the year before were not there yet at the same distance from their due month. */
  readonly basis: number;
}

/** Children present who have not reached a stage that is due in a coming month. */
export interface FallingDue extends DeliveredThrough {
  readonly group: Group;
  readonly stage: string;
  /** Null for all the coming months together. */
  readonly due: Month | null;
  readonly cases: number;
  /** Null where nobody of the year before tells, or where some may have reached it whose source is silent. */
  readonly reachedInTime: ExpectedReached | null;
}

export interface ForecastQuestion {
  readonly stage: string;
  readonly asOf: Month;
  readonly months: number;
  readonly scheduler: Scheduler;
  /** The mark of a group whose sources have not delivered the stage up to the as-of month. */
  readonly markOf: (group: Group) => DeliveredThrough;
}

/** The due month of a stage for a birth month, if it lies within the months ahead. */
export function dueAhead(
  { stage, asOf, months, scheduler }: Omit<ForecastQuestion, 'markOf'>,
  birth: Month,
): Month | null {
  const due = scheduler(birth)?.stages.find(({ id }) => id === stage)?.due;
  return due !== undefined && due > asOf && due <= asOf + months ? due : null;
}

/** What falls due at one stage, by group and month, and by group for all months together. Tables by birth month. */
export function fallingDue(
  tables: readonly TableOfGroup<RiskTable>[],
  question: ForecastQuestion,
): FallingDue[] {
  return byGroup(tables).flatMap(({ group, births }) => {
    const dueMonths = new Map<Month, Month[]>();
    for (const birth of births.keys()) {
      const due = dueAhead(question, birth);
      if (due !== null) dueMonths.set(due, [...(dueMonths.get(due) ?? []), birth]);
    }
    const rows = [...dueMonths]
      .sort(([a], [b]) => a - b)
      .map(([due, born]) => rowOf(group, due, born, births, question))
      .filter(({ cases }) => cases > 0);
    if (rows.length === 0) return [];
    const told = [...rows.map(({ variance: _, ...row }) => row), totalOf(rows)];
    const mark = question.markOf(group);
    // Of those who are not reported, some may have been there by the end of the as-of month.
    return mark.deliveredThrough === undefined
      ? told
      : told.map((row) => ({ ...row, reachedInTime: null, ...mark }));
  });
}

interface BirthsOfGroup {
  readonly group: Group;
  readonly births: Map<Month, RiskTable>;
}

function byGroup(tables: readonly TableOfGroup<RiskTable>[]): BirthsOfGroup[] {
  const groups = new Map<string, BirthsOfGroup>();
  for (const { group, birth, table } of tables) {
    const key = JSON.stringify(group);
    const found = groups.get(key) ?? { group, births: new Map<Month, RiskTable>() };
    groups.set(key, found);
    if (birth !== null) found.births.set(birth, table);
  }
  return [...groups.values()];
}

type Row = FallingDue & { readonly variance: number };

function rowOf(
  group: Group,
  due: Month,
  born: readonly Month[],
  births: ReadonlyMap<Month, RiskTable>,
  { stage, asOf }: ForecastQuestion,
): Row {
  const cases = born.reduce((sum, birth) => sum + (births.get(birth)?.stillObserved ?? 0), 0);
  const before = born.flatMap((birth) => {
    const table = births.get(birth - COHORT);
    return table ? rowsAhead(table, asOf - birth, due - asOf) : [];
  });
  const basis = before.reduce((sum, { t, entries }) => (t === 1 ? sum + entries : sum), 0);
  const share = basis === 0 ? undefined : aalenJohansen(before).at(-1)?.incidence;
  if (!share) return { group, stage, due, cases, reachedInTime: null, variance: 0 };
  const variance = cases * share.value * (1 - share.value) + (cases * share.stdErr) ** 2;
  const reachedInTime = withLimits(cases * share.value, variance, cases, basis);
  return { group, stage, due, cases, reachedInTime, variance };
}

/** What happened in the months after an age: whoever was under observation at its end begins in the first of them. */
function rowsAhead(table: RiskTable, age: number, months: number): LifeTableRow[] {
  let open = 0;
  const ahead: LifeTableRow[] = [];
  for (const { t, entries, events, moved_out, died, censored } of table.rows()) {
    if (t <= age) open += entries - events - moved_out - died - censored;
    else if (t <= age + months)
      ahead.push({ t: t - age, entries, events, competing: { moved_out, died }, censored });
  }
  return [{ t: 1, entries: open, events: 0, competing: {}, censored: 0 }, ...ahead];
}

function totalOf(rows: readonly Row[]): FallingDue {
  const [{ group, stage }] = rows as [Row];
  const cases = rows.reduce((sum, row) => sum + row.cases, 0);
  const variance = rows.reduce((sum, row) => sum + row.variance, 0);
  const expected = rows.map(({ reachedInTime }) => reachedInTime);
  const value = expected.reduce((sum, one) => sum + (one?.value ?? 0), 0);
  const basis = expected.reduce((sum, one) => sum + (one?.basis ?? 0), 0);
  const isKnown = expected.every((one) => one !== null);
  return {
    group,
    stage,
    due: null,
    cases,
    reachedInTime: isKnown ? withLimits(value, variance, cases, basis) : null,
  };
}

function withLimits(value: number, variance: number, cases: number, basis: number): ExpectedReached {
  const distance = Z_95 * Math.sqrt(variance);
  return { value, lower: Math.max(0, value - distance), upper: Math.min(cases, value + distance), basis };
}
