import type { Fault } from '@lueckenlos/platform';

const UNSTORABLE = /[\p{Cc}\p{Cs}]/gu;
const MAX_TEXT = 300;

/** Text from a broken file, fit for a report: no NUL, no half surrogates (PostgreSQL refuses both), not endless. */
export function legible(text: string): string {
  return text.slice(0, MAX_TEXT).replace(UNSTORABLE, '\uFFFD');
}

export function legibleFault({ code, pointer, params }: Fault): Fault {
  const entries = Object.entries(params ?? {}).map(([name, value]) => [name, legibleValue(value)]);
  return { code, pointer: legible(pointer ?? ''), params: Object.fromEntries(entries) as Fault['params'] };
}

function legibleValue(value: string | number | readonly string[]): string | number | string[] {
  if (typeof value === 'number') return value;
  return typeof value === 'string' ? legible(value) : value.map(legible);
}
