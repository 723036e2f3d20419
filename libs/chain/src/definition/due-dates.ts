import { monthOf, calendarMonthOf, parseMonth, yearOf, type Month } from '../month';
import type { ChainBody, ChainVersion, DueRule, SchoolYearParameters } from './chain-definition';
import { versionsInForce } from './versions-in-force';

/**
 * The year in which a child enters school: the one in which it reaches the age by the end of the cut-off
 * month (§ 35 SchulG NRW: six by 30 September).
 */
export function schoolEntryYear(
  birth: Month,
  rule: Pick<SchoolYearParameters, 'age' | 'cutoffMonth'>,
): number {
  return yearOf(birth) + rule.age + (calendarMonthOf(birth) <= rule.cutoffMonth ? 0 : 1);
}

/** The last month that is on time for a child born in a month. */
export function dueMonth(due: DueRule, birth: Month, parameters: SchoolYearParameters): Month {
  switch (due.rule) {
    case 'monthsAfterBirth':
      return birth + due.months;
    case 'schoolYear': {
      const { age = parameters.age, cutoffMonth = parameters.cutoffMonth } = due;
      return monthOf(schoolEntryYear(birth, { age, cutoffMonth }) + due.plusYears, due.month);
    }
  }
}

/** The version that holds for a birth month: of those in force the one with the greatest first month not later. */
export function versionFor(chain: ChainBody, birth: Month): ChainVersion | null {
  let found: ChainVersion | null = null;
  let foundFrom = -Infinity;
  for (const version of versionsInForce(chain)) {
    const from = parseMonth(version.validForBirthsFrom);
    if (from !== null && from <= birth && from > foundFrom) [found, foundFrom] = [version, from];
  }
  return found;
}
