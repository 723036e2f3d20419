import { monthOf, type Month } from '@lueckenlos/chain';

const MONTH_OR_DAY = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/;
const INSTANT = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(\.\d+)?(Z|[+-]\d{2}:\d{2})$/i;
const MINUTE = 60_000;

/** Reads `YYYY-MM` or a real `YYYY-MM-DD` and drops the day at once; null where the text is neither. */
export const monthOfText = rememberingLast(readMonth);

/** Reads an RFC 3339 instant as milliseconds since 1970, finer digits cut off; null where the text is none. */
export const instantOfText = rememberingLast(readInstant);

/** The check of a row and its normal form read the same text right after one another. */
function rememberingLast<T>(read: (text: string) => T): (text: string) => T {
  let last: { readonly text: string; readonly value: T } | undefined;
  return (text) => {
    if (last?.text !== text) last = { text, value: read(text) };
    return last.value;
  };
}

function readMonth(text: string): Month | null {
  const match = MONTH_OR_DAY.exec(text);
  if (!match) return null;
  const year = Number(match[1]);
  const month = Number(match[2]);
  const day = Number(match[3] ?? '1');
  return isRealDay(year, month, day) ? monthOf(year, month) : null;
}

function readInstant(text: string): number | null {
  const match = INSTANT.exec(text);
  if (!match) return null;
  const part = (group: number): number => Number(match[group]);
  if (!isRealDay(part(1), part(2), part(3)) || part(4) > 23 || part(5) > 59 || part(6) > 59) return null;
  const offset = offsetInMinutes(match[8] ?? 'Z');
  if (offset === null) return null;
  const instant = new Date(0);
  instant.setUTCFullYear(part(1), part(2) - 1, part(3));
  instant.setUTCHours(part(4), part(5), part(6), milliseconds(match[7]));
  return instant.getTime() - offset * MINUTE;
}

function isRealDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function offsetInMinutes(text: string): number | null {
  if (text.toUpperCase() === 'Z') return 0;
  const [hours, minutes] = [Number(text.slice(1, 3)), Number(text.slice(4, 6))];
  if (hours > 23 || minutes > 59) return null;
  return (text.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

function milliseconds(fraction: string | undefined): number {
  return fraction ? Number(fraction.slice(1, 4).padEnd(3, '0')) : 0;
}
