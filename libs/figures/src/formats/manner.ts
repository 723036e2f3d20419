import { languageOf, type Language } from '@lueckenlos/platform';
import type { Format } from '../query/figure-query';
import { chooseFormat } from './negotiate';

/** How an answer is to be written. */
export interface Manner {
  readonly format: Format;
  readonly language: Language;
}

/** Writes a figure in each format: texts as they are, objects as JSON. */
export type Writers<T> = Readonly<Record<Format, (figure: T, language: Language) => object | string>>;

/** Reads the `format` parameter, `Accept` and `Accept-Language`. */
export function mannerOf(
  asked: Format | undefined,
  accept: string | undefined,
  language: string | undefined,
): Manner {
  return { format: chooseFormat(asked, accept), language: languageOf(language) };
}
