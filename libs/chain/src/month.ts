/** A calendar month as a number: months since year 0 (`year * 12 + month - 1`). Months compare and subtract as numbers. */
export type Month = number;

const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/;

/** Reads `YYYY-MM`; null where the text is no month. */
export function parseMonth(text: string): Month | null {
  if (!MONTH.test(text)) return null;
  // Digit by digit: a month is read for each event of the log.
  const year = ((digit(text, 0) * 10 + digit(text, 1)) * 10 + digit(text, 2)) * 10 + digit(text, 3);
  return monthOf(year, digit(text, 5) * 10 + digit(text, 6));
}

function digit(text: string, place: number): number {
  return text.charCodeAt(place) - 48;
}

/** The month with a year and a calendar number, 1 for January. */
export function monthOf(year: number, calendarMonth: number): Month {
  return year * 12 + calendarMonth - 1;
}

/** Writes `YYYY-MM`. */
export function formatMonth(month: Month): string {
  return `${String(yearOf(month)).padStart(4, '0')}-${String(calendarMonthOf(month)).padStart(2, '0')}`;
}

export function yearOf(month: Month): number {
  return Math.floor(month / 12);
}

/** 1 for January … 12 for December. */
export function calendarMonthOf(month: Month): number {
  return (month % 12) + 1;
}

/** The month of an instant, in UTC (months end in UTC). */
export function monthOfInstant(instant: Date): Month {
  return monthOf(instant.getUTCFullYear(), instant.getUTCMonth() + 1);
}

/** Sorts a handful of months in place, the earliest first: for so few, the built-in sort sets up more than it sorts. */
export function sortMonths(months: Month[]): Month[] {
  for (let i = 1; i < months.length; i++) {
    const month = months[i] as Month;
    let at = i;
    for (; at > 0 && (months[at - 1] as Month) > month; at--) months[at] = months[at - 1] as Month;
    months[at] = month;
  }
  return months;
}
