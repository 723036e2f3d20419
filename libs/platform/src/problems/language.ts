import type { Language } from './problem-definition';

/** The language of an `Accept-Language` header: German where it is preferred to English, else English. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const weights = { de: 0, en: 0 };
  for (const range of (acceptLanguage ?? '').slice(0, 500).split(',')) {
    const [tag = '', ...parameters] = range.trim().toLowerCase().split(';');
    const language = tag.trim().split('-')[0];
    if (language === 'de' || language === 'en') {
      weights[language] = Math.max(weights[language], weightOf(parameters));
    }
  }
  return weights.de > weights.en ||
    (weights.de > 0 && firstOf(acceptLanguage) === 'de' && weights.de === weights.en)
    ? 'de'
    : 'en';
}

function weightOf(parameters: readonly string[]): number {
  const quality = parameters
    .map((parameter) => parameter.trim())
    .find((parameter) => parameter.startsWith('q='));
  const weight = quality === undefined ? 1 : Number(quality.slice(2));
  return weight >= 0 && weight <= 1 ? weight : 0;
}

/** With equal weights the one named first is meant. */
function firstOf(acceptLanguage = ''): string | undefined {
  return /\b(de|en)\b/i.exec(acceptLanguage)?.[1]?.toLowerCase();
}
