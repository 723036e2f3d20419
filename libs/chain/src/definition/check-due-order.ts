import { formatMonth, type Month } from '../month';
import type { DueRule, SchoolYearParameters } from './chain-definition';
import { fault, type DefinitionFault } from './definition-fault';
import { dueMonth } from './due-dates';
import { listOf, membersOf, numberOf } from './loose';

interface Readable {
  readonly index: number;
  readonly id: string;
  readonly due: DueRule;
}

/**
 * For no birth month that a version holds for may a stage be due before the stage in front of it.
 *
 * Twelve months in a row stand for all: both rules move with the birth month by whole years (a child born twelve
 * months later is due twelve months later at every stage), so the order of two stages depends on the calendar month
 * of birth alone. A version that holds for less than a year is checked for the months it holds for.
 */
export function checkDueOrder(
  pointer: string,
  version: unknown,
  from: Month,
  next: Month,
): DefinitionFault[] {
  const parameters = parametersOf(version);
  const stages = readableStages(version, parameters !== null);
  const last = Math.min(from + 11, next - 1);
  return stages.slice(1).flatMap((stage, place) => {
    const before = stages[place] as Readable;
    const birth = firstDescent(before, stage, parameters ?? UNUSED, from, last);
    if (birth === null) return [];
    const params = { stage: stage.id, before: before.id, birth: formatMonth(birth) };
    return [fault(`${pointer}/stages/${stage.index}/due`, 'descending-due', params)];
  });
}

/** Stands in where no stage that is compared uses a school year. */
const UNUSED: SchoolYearParameters = { cutoffMonth: 12, age: 0, startMonth: 1 };

function firstDescent(
  before: Readable,
  stage: Readable,
  parameters: SchoolYearParameters,
  from: Month,
  last: Month,
): Month | null {
  for (let birth = from; birth <= last; birth++) {
    if (dueMonth(stage.due, birth, parameters) < dueMonth(before.due, birth, parameters)) return birth;
  }
  return null;
}

/** Stages whose rule cannot be read are left out: their own fault is told elsewhere. */
function readableStages(version: unknown, schoolYearKnown: boolean): Readable[] {
  return listOf(membersOf(version).stages).flatMap((stage, index) => {
    const { id, due } = membersOf(stage);
    const rule = ruleOf(due);
    if (rule === null || (rule.rule === 'schoolYear' && !schoolYearKnown)) return [];
    return [{ index, id: typeof id === 'string' ? id : '', due: rule }];
  });
}

function parametersOf(version: unknown): SchoolYearParameters | null {
  const members = membersOf(membersOf(version).schoolYear);
  const [cutoffMonth, age] = [numberOf(members.cutoffMonth), numberOf(members.age)];
  return cutoffMonth === null || age === null ? null : { cutoffMonth, age, startMonth: 1 };
}

function ruleOf(due: unknown): DueRule | null {
  const members = membersOf(due);
  const [months, plusYears, month] = [members.months, members.plusYears, members.month].map(numberOf);
  if (members.rule === 'monthsAfterBirth' && months != null) return { rule: 'monthsAfterBirth', months };
  if (members.rule !== 'schoolYear' || plusYears == null || month == null) return null;
  const own = {
    age: numberOf(members.age) ?? undefined,
    cutoffMonth: numberOf(members.cutoffMonth) ?? undefined,
  };
  return { rule: 'schoolYear', plusYears, month, ...own };
}
