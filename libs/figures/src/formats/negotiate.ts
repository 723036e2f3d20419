import type { Format } from '../query/figure-query';

export const MEDIA_TYPES: Record<Format, string> = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
  'json-stat': 'application/json; charset=utf-8',
};

/** The `format` parameter decides, else the media type on offer that `Accept` likes best, else JSON. */
export function chooseFormat(asked: Format | undefined, accept: string | undefined): Format {
  if (asked) return asked;
  const ranges = (accept ?? '').split(',').map(readRange);
  const liked = ranges.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight);
  for (const { type } of liked) {
    if (type === 'text/csv') return 'csv';
    if (type === 'application/json' || type === '*/*') return 'json';
  }
  return 'json';
}

function readRange(range: string): { type: string; weight: number } {
  const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith('q='));
  return { type, weight: quality === undefined ? 1 : Number(quality.slice(2)) };
}
