/** A calendar month as a number: months since year 0 (`year * 12 + month - 1`). Months compare and subtract as numbers. */
export type Month = number;

const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;

/** Reads `YYYY-MM`; null where the text is no month. */
export function parseMonth(text: string): Month | null {
  const match = MONTH.exec(text);
  return match ? monthOf(Number(match[1]), Number(match[2])) : null;
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
