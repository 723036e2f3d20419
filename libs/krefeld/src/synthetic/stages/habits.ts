import type { Habit } from './reach';

/** U5–U9 from 97 to 93 % (published for Krefeld), J1 lower (assumed). */
function checkUp(reached: number, months: number): Habit {
  return { reached, late: 0.08, from: months - 1, to: 0, recovered: 0.1, recoveredWithin: 6 };
}

export const CHECK_UP_HABITS: Readonly<Record<string, Habit>> = {
  u5: checkUp(0.97, 2),
  u6: checkUp(0.965, 3),
  u7: checkUp(0.955, 4),
  u7a: checkUp(0.945, 3),
  u8: checkUp(0.935, 3),
  u9: checkUp(0.93, 5),
  j1: { reached: 0.45, late: 0, from: 35, to: 5, recovered: 0.02, recoveredWithin: 12, voluntary: true },
};

/** A pregnancy is noticed from the 12th week on: up to six months before the birth. */
export const EARLIEST_NOTICE = 6;

/** All assumed; the windows are those of the chain. */
export const LIFE_HABITS: Readonly<Record<string, Habit>> = {
  pregnancy_notice: {
    reached: 0.45,
    late: 0,
    from: EARLIEST_NOTICE,
    to: 0,
    recovered: 0,
    recoveredWithin: 0,
    voluntary: true,
  },
  early_help: {
    reached: 0.7,
    late: 0.12,
    from: 2,
    to: 0,
    recovered: 0.08,
    recoveredWithin: 9,
    voluntary: true,
  },
  // Held from February to May; the due month is the August after it.
  language_screening: { reached: 0.94, late: 0.05, from: 6, to: 3, recovered: 0.25, recoveredWithin: 8 },
  school_registration: { reached: 0.985, late: 0.04, from: 2, to: 0, recovered: 0.5, recoveredWithin: 3 },
  exam: { reached: 0.965, late: 0.03, from: 9, to: 0, recovered: 0.35, recoveredWithin: 9 },
};
