import type { Language } from '@lueckenlos/platform';
import type { StatDimension } from '../formats/json-stat';

const LABELS = {
  months: { en: 'Months', de: 'Monate' },
  number: { en: 'Number', de: 'Größe' },
};

/** The months in which any group has a point. */
export function monthDimension(months: Iterable<number>, language: Language): StatDimension {
  const ordered = [...new Set(months)].sort((a, b) => a - b);
  return {
    id: 't',
    label: LABELS.months[language],
    categories: new Map(ordered.map((t) => [String(t), String(t)])),
    role: 'time',
  };
}

/** The columns of a table, as categories. */
export function numberDimension(columns: readonly string[], language: Language): StatDimension {
  return {
    id: 'number',
    label: LABELS.number[language],
    categories: new Map(columns.map((column) => [column, column])),
    role: 'metric',
  };
}
