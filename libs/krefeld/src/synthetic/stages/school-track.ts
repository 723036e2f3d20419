import { monthOf } from '@lueckenlos/chain';
import type { Random } from '../chance/random';
import type { Child } from '../child/child';
import type { PlannedStage } from './planned-stage';
import { missing } from './reach';

/** Regular, a year early, a year late (published: 96.6, 2.2 and 1.0 %); the rest never. */
const ENTRY: readonly (readonly [share: number, shift: number])[] = [
  [0.966, 0],
  [0.022, -1],
  [0.01, 1],
];

const THIRD_YEAR_IN_GRADE_TWO = 0.03;
const REPEATS_A_CLASS = 0.05;
const MISSES_SECONDARY = 0.008;
const RETURNS_TO_SECONDARY = 0.3;
const CHANGES_SCHOOL = 0.22;

/** How many years a child enters school before or after its year; null: never. */
export function entryShift(random: Random): number | null {
  let point = random.uniform();
  for (const [share, shift] of ENTRY) if ((point -= share) < 0) return shift;
  return null;
}

/** Most on the first day of August, a few until the count in mid-October. */
export function startOfYear(year: number, random: Random): number {
  return monthOf(year, random.chance(0.97) ? 8 : random.between(9, 10));
}

/** School and secondary entry; answers with the year in which grade 5 begins as well. */
export function planSchool(year: number, child: Child, random: Random): [PlannedStage[], number] {
  const planned: PlannedStage[] = [{ stage: 'school', month: startOfYear(year, random), lasting: true }];
  const grade5 = year + 4 + (random.chance(THIRD_YEAR_IN_GRADE_TWO) ? 1 : 0);
  if (!random.chance(missing(MISSES_SECONDARY, child))) {
    planned.push({ stage: 'secondary', month: startOfYear(grade5, random), lasting: true });
    if (random.chance(CHANGES_SCHOOL)) {
      planned.push({ stage: 'secondary', month: monthOf(grade5 + random.between(1, 4), 8), lasting: true });
    }
  } else if (random.chance(RETURNS_TO_SECONDARY)) {
    planned.push({ stage: 'secondary', month: monthOf(grade5 + 1, random.between(11, 12)) });
  }
  return [planned, grade5 + (random.chance(REPEATS_A_CLASS) ? 1 : 0)];
}
