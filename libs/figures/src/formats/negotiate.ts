import type { Format } from '../query/figure-query';

export const MEDIA_TYPES: Record<Format, string> = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
  'json-stat': 'application/json; charset=utf-8',
};

/** The `format` parameter decides, else the first media type of `Accept` that is on offer, else JSON. */
export function chooseFormat(asked: Format | undefined, accept: string | undefined): Format {
  if (asked) return asked;
  for (const range of (accept ?? '').split(',')) {
    const type = range.split(';')[0]?.trim().toLowerCase();
    if (type === 'text/csv') return 'csv';
    if (type === 'application/json' || type === '*/*') return 'json';
  }
  return 'json';
}
