import { FORMATS, type Format } from '../query/figure-query';

export const MEDIA_TYPES: Record<Format, string> = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
  'json-stat': 'application/json; charset=utf-8',
};

/** The `format` parameter decides, else the first media type of `Accept` that is on offer, else JSON. */
export function chooseFormat(parameter: unknown, accept: string | undefined): Format {
  const asked = FORMATS.find((format) => format === parameter);
  if (asked) return asked;
  for (const range of (accept ?? '').split(',')) {
    const type = range.split(';')[0]?.trim().toLowerCase();
    if (type === 'text/csv') return 'csv';
    if (type === 'application/json' || type === '*/*') return 'json';
  }
  return 'json';
}
