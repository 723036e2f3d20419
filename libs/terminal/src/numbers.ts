import type { Title } from '@lueckenlos/chain';

/** A language in which the project speaks to people. */
export type Language = keyof Title;

/** British, because day-first dates and a 24-hour clock are what readers in a German town expect. */
const LOCALES: Readonly<Record<Language, string>> = { de: 'de-DE', en: 'en-GB' };

/** A whole number with thousands set apart. */
export function formatCount(value: number | bigint, language: Language): string {
  return value.toLocaleString(LOCALES[language]);
}

/** A share from 0 to 1 in percent with one decimal, without the sign. */
export function formatPercent(share: number, language: Language): string {
  return (share * 100).toLocaleString(LOCALES[language], {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
}
