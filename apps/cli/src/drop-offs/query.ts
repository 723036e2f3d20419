import type { Language } from '@lueckenlos/terminal';
import type { ApiRequest } from '../client/api';
import type { ServerOptions } from '../client/server-options';

export const FORMATS = ['table', 'csv', 'json', 'json-stat'] as const;

/** In what form an answer is printed, and what for. */
export interface PrintOptions extends ServerOptions {
  readonly format: (typeof FORMATS)[number];
  readonly purpose?: string;
  readonly lang?: Language;
}

/** What every question for exact figures may hold. */
export interface QuestionOptions extends PrintOptions {
  readonly chain: string;
  readonly chainVersion?: number;
  readonly asOf: string;
  readonly by?: string;
  readonly level?: string;
  readonly boundaries?: string;
  readonly birthYear?: string;
  readonly schoolYear?: string;
  readonly area?: string;
  readonly povertyRisk?: string;
  readonly dimension?: string;
  readonly minPosition?: number;
  readonly knownBefore?: string;
}

/** The question as the server understands it, with what only this one has. What is valid is the server's to say. */
export function figureRequest(options: QuestionOptions, own: ApiRequest['query'] = {}): ApiRequest {
  const { chain, asOf, by, level, boundaries, birthYear, schoolYear, area, povertyRisk, dimension } = options;
  const { knownBefore } = options;
  const minPosition = options.minPosition?.toString();
  const chainVersion = options.chainVersion?.toString();
  const filters = { birthYear, schoolYear, area, povertyRisk };
  const clocks = { asOf, knownBefore, minPosition };
  const question = { chain, chainVersion, ...clocks, by, level, boundaries, ...filters, dimension };
  return requestFor(options, { ...question, ...own });
}

/** A request for an answer in the form that is wanted; a table is made of JSON. */
export function requestFor({ format, purpose }: PrintOptions, query: ApiRequest['query'] = {}): ApiRequest {
  return {
    query: { ...query, format: format === 'table' ? 'json' : format },
    headers: purpose === undefined ? {} : { purpose: asHeader(purpose) },
  };
}

/** Headers carry bytes, and `fetch` takes one character for each: UTF-8, as the server reads it. */
function asHeader(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}
