import { calendarMonthOf, yearOf, type Month } from '@lueckenlos/chain';

/** Births to residents, as published. Other years: interpolated; before and after: the nearest (assumed). */
const PUBLISHED: readonly (readonly [year: number, births: number])[] = [
  [2013, 1726],
  [2014, 1849],
  [2015, 1978],
  [2016, 2226],
  [2017, 2181],
  [2020, 2133],
  [2021, 2109],
  [2022, 1902],
  [2023, 2077],
];

/** More births from July to September, as in all of Germany (assumed shape; the mean is 1). */
const SEASON = [0.96, 0.94, 0.97, 0.96, 0.99, 1.01, 1.07, 1.06, 1.06, 1.02, 0.98, 0.98];

/** Births to residents of a synthetic Krefeld in a year. */
export function birthsInYear(year: number): number {
  const after = PUBLISHED.findIndex(([known]) => known >= year);
  const [nextYear, next] = PUBLISHED[after < 0 ? PUBLISHED.length - 1 : after]!;
  if (after <= 0) return next;
  const [lastYear, last] = PUBLISHED[after - 1]!;
  return last + ((next - last) * (year - lastYear)) / (nextYear - lastYear);
}

/** Births to residents in a month; not a whole number. */
export function birthsInMonth(month: Month): number {
  return (birthsInYear(yearOf(month)) / 12) * SEASON[calendarMonthOf(month) - 1]!;
}
