import type { Title } from '@lueckenlos/chain';
import { parseMonth } from '@lueckenlos/chain';
import { usageError } from '../errors/cli-error';

/** A reader of an option's text; the option's name is for the error. */
type Parser<T> = (text: string) => T;

function parser<T>(option: string, must: Title, read: (text: string) => T | null): Parser<T> {
  return (text) => {
    const value = read(text);
    if (value !== null) return value;
    const explained = { en: `{option} must be ${must.en}.`, de: `{option} muss ${must.de} sein.` };
    throw usageError(explained, { option });
  };
}

export function wholeNumber(option: string, from: number): Parser<number> {
  const must = { en: `a whole number from ${from} on`, de: `eine ganze Zahl ab ${from}` };
  return parser(option, must, (text) => {
    const number = Number(text);
    return /^\d+$/.test(text) && Number.isSafeInteger(number) && number >= from ? number : null;
  });
}

export function positiveNumber(option: string): Parser<number> {
  return parser(option, { en: 'a number above 0', de: 'eine Zahl über 0' }, (text) => {
    const number = Number(text);
    return /^\d+(\.\d+)?$/.test(text) && number > 0 && number < Infinity ? number : null;
  });
}

export function numberFromZero(option: string): Parser<number> {
  return parser(option, { en: 'a number from 0 on', de: 'eine Zahl ab 0' }, (text) =>
    /^\d+(\.\d+)?$/.test(text) ? Number(text) : null,
  );
}

export function month(option: string): Parser<string> {
  const must = { en: 'a month as YYYY-MM', de: 'ein Monat als JJJJ-MM' };
  return parser(option, must, (text) => (parseMonth(text) === null ? null : text));
}

/** Whose area hierarchy counts. */
export function boundaries(option: string): Parser<string> {
  const must = { en: 'asOf, today or a month as YYYY-MM', de: 'asOf, today oder ein Monat als JJJJ-MM' };
  const words = ['asOf', 'today'];
  return parser(option, must, (text) => (words.includes(text) || parseMonth(text) !== null ? text : null));
}

/** Milliseconds since 1970. */
export function instant(option: string): Parser<number> {
  const must = { en: 'an instant as 2026-07-01T00:00:00Z', de: 'ein Zeitpunkt wie 2026-07-01T00:00:00Z' };
  return parser(option, must, (text) => {
    const time = /^\d{4}-\d{2}-\d{2}T.+(Z|[+-]\d{2}:\d{2})$/.test(text) ? Date.parse(text) : NaN;
    return Number.isNaN(time) ? null : time;
  });
}

/** Birth years, both included. */
export interface Years {
  readonly from: number;
  readonly to: number;
}

export function years(option: string): Parser<Years> {
  const must = {
    en: 'two years, the earlier one first, as 2006-2025',
    de: 'zwei Jahre, das frühere zuerst, wie 2006-2025',
  };
  return parser(option, must, (text) => {
    const found = /^(\d{4})(?:-(\d{4}))?$/.exec(text);
    const from = Number(found?.[1]);
    const to = Number(found?.[2] ?? found?.[1]);
    return from <= to ? { from, to } : null;
  });
}

export function webAddress(option: string): Parser<string> {
  const must = {
    en: 'an address starting with http:// or https://',
    de: 'eine Adresse mit http:// oder https://',
  };
  return parser(option, must, (text) =>
    URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) ? text.replace(/\/+$/, '') : null,
  );
}

export function oneOf<const T extends string>(option: string, ...values: readonly T[]): Parser<T> {
  const listed = values.join(', ');
  return parser(
    option,
    { en: `one of ${listed}`, de: `eines von ${listed}` },
    (text) => values.find((value) => value === text) ?? null,
  );
}

/** Words separated by commas: any, or only these. */
export function listOf<const T extends string = string>(option: string, ...words: readonly T[]): Parser<T[]> {
  const listed = words.join(', ');
  const must =
    words.length === 0
      ? { en: 'words, separated by commas', de: 'Wörter, durch Komma getrennt,' }
      : { en: `any of ${listed}, separated by commas`, de: `aus ${listed}, durch Komma getrennt,` };
  const known: readonly string[] = words;
  return parser(option, must, (text) => {
    const given = text.split(',');
    const isFine = given.every((word) => word !== '' && (known.length === 0 || known.includes(word)));
    return isFine ? (given as T[]) : null;
  });
}

/** Years separated by commas. */
export function listOfYears(option: string): Parser<number[]> {
  const must = {
    en: 'years, separated by commas, as 2019,2020',
    de: 'Jahre, durch Komma getrennt, wie 2019,2020',
  };
  return parser(option, must, (text) => (/^\d{4}(,\d{4})*$/.test(text) ? text.split(',').map(Number) : null));
}
