import { monthOf, type Month } from '@lueckenlos/chain';

const MONTH_OR_DAY = /^\d{4}-\d{2}(-\d{2})?$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/i;
const MINUTE = 60_000;

/** Reads `YYYY-MM` or a real `YYYY-MM-DD` and drops the day at once; null where the text is neither. */
export const monthOfText = rememberingLast(readMonth);

/** Reads an RFC 3339 instant as milliseconds since 1970, finer digits cut off; null where the text is none. */
export const instantOfText = rememberingLast(readInstant);

/** The check of a row and its normal form read the same text right after one another. */
function rememberingLast<T>(read: (text: string) => T): (text: string) => T {
  let last = '';
  let value = read(last);
  return (text) => {
    if (text !== last) [last, value] = [text, read(text)];
    return value;
  };
}

function readMonth(text: string): Month | null {
  if (!MONTH_OR_DAY.test(text)) return null;
  const [year, month] = [digits(text, 0, 4), digits(text, 5, 2)];
  return isRealDay(year, month, text.length > 7 ? digits(text, 8, 2) : 1) ? monthOf(year, month) : null;
}

function readInstant(text: string): number | null {
  if (!INSTANT.test(text)) return null;
  const [year, month, day] = [digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2)];
  const [hours, minutes, seconds] = [digits(text, 11, 2), digits(text, 14, 2), digits(text, 17, 2)];
  if (!isRealDay(year, month, day) || hours > 23 || minutes > 59 || seconds > 59) return null;
  const zone = /z$/i.test(text) ? 'Z' : text.slice(-6);
  const offset = offsetInMinutes(zone);
  if (offset === null) return null;
  const instant = new Date(0);
  instant.setUTCFullYear(year, month - 1, day);
  instant.setUTCHours(hours, minutes, seconds, milliseconds(text.slice(19, -zone.length)));
  return instant.getTime() - offset * MINUTE;
}

/** The number that stands at a place. Digit by digit, without a text for each part: a file has two of these in each row. */
function digits(text: string, from: number, count: number): number {
  let number = 0;
  for (let at = from; at < from + count; at++) number = number * 10 + text.charCodeAt(at) - 48;
  return number;
}

function isRealDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function offsetInMinutes(text: string): number | null {
  if (text === 'Z') return 0;
  const [hours, minutes] = [Number(text.slice(1, 3)), Number(text.slice(4, 6))];
  if (hours > 23 || minutes > 59) return null;
  return (text.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

function milliseconds(fraction: string): number {
  return fraction === '' ? 0 : Number(fraction.slice(1, 4).padEnd(3, '0'));
}
