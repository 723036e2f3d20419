import type { Language } from '@lueckenlos/terminal';
import type { ApiRequest } from '../client/api';
import type { ServerOptions } from '../client/server-options';

export const FORMATS = ['table', 'csv', 'json', 'json-stat'] as const;

/** What every question for exact figures may hold. */
export interface QuestionOptions extends ServerOptions {
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
  readonly format: (typeof FORMATS)[number];
  readonly purpose?: string;
  readonly lang?: Language;
}

export interface DropOffOptions extends QuestionOptions {
  readonly knownBefore?: string;
}

/** The question as the server understands it, with what only this one has. What is valid is the server's to say. */
export function figureRequest(options: QuestionOptions, own: ApiRequest['query'] = {}): ApiRequest {
  const { chain, asOf, by, level, boundaries, birthYear, schoolYear, area, povertyRisk, dimension } = options;
  const format = options.format === 'table' ? 'json' : options.format;
  const minPosition = options.minPosition?.toString();
  const chainVersion = options.chainVersion?.toString();
  const filters = { birthYear, schoolYear, area, povertyRisk };
  return {
    query: {
      chain,
      chainVersion,
      asOf,
      by,
      level,
      boundaries,
      ...filters,
      dimension,
      minPosition,
      format,
      ...own,
    },
    headers: options.purpose === undefined ? {} : { purpose: asHeader(options.purpose) },
  };
}

/** Headers carry bytes, and `fetch` takes one character for each: UTF-8, as the server reads it. */
function asHeader(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}
