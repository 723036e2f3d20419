import type { PublishedCell } from '@lueckenlos/disclosure';

export type CsvRow = Readonly<Record<string, string>>;

/** A row of an exported table as the cell that it shows. */
export function cellOf(cube: string, { measure, stage, value, n, status: _, ...by }: CsvRow): PublishedCell {
  return {
    cube,
    by: mapValues(by, coordinate),
    measure: measure as PublishedCell['measure'],
    stage: stage ?? '',
    value: value ?? '',
    n: Number(n),
  };
}

function coordinate(text: string, name: string): string | number | boolean {
  if (text === 'unknown' || name === 'area') return text;
  return name === 'povertyRisk' ? text === 'true' : Number(text);
}

export function mapValues<T, U>(
  object: Readonly<Record<string, T>>,
  to: (value: T, key: string) => U,
): Record<string, U> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, to(value, key)]));
}
