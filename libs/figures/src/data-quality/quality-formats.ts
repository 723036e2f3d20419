import { compareCodePoints } from '@lueckenlos/chain';
import type { Language } from '@lueckenlos/platform';
import { toCsv } from '@lueckenlos/platform';
import { toJsonStat, type StatDimension } from '../formats/json-stat';
import { NUMBERS, type QualityRow } from './quality-rows';

/** What is answered, up to a position of the log. */
export interface QualityAnswer {
  readonly position: string;
  readonly rows: readonly QualityRow[];
}

/** One line per agency and month, with a column for each warning and then for each reason of a rejection that occurs. */
export function qualityAsCsv({ rows }: QualityAnswer): string {
  const columns = codeColumns(rows);
  const lines = rows.map((row) => [
    row.agency,
    row.month,
    ...NUMBERS.map((name) => row[name]),
    ...columns.map(({ of, code }) => row[of][code] ?? 0),
  ]);
  return toCsv(['agency', 'month', ...NUMBERS, ...columns.map(idOf)], lines);
}

/** A dataset by agency, month and number. */
export function qualityAsJsonStat({ position, rows }: QualityAnswer, language: Language): object {
  const columns = codeColumns(rows);
  const dimensions: StatDimension[] = [
    { id: 'agency', label: LABELS.agency[language], categories: same(rows.map(({ agency }) => agency)) },
    {
      id: 'month',
      label: LABELS.month[language],
      categories: same(rows.map(({ month }) => month).sort()),
      role: 'time',
    },
    {
      id: 'number',
      label: LABELS.number[language],
      categories: new Map([
        ...NUMBERS.map((name) => [name, LABELS[name][language]] as const),
        ...columns.map((column) => [idOf(column), `${LABELS[column.of][language]}: ${column.code}`] as const),
      ]),
      role: 'metric',
    },
  ];
  const cells = rows.flatMap((row) => [
    ...NUMBERS.map((name) => ({ at: [row.agency, row.month, name], value: row[name] })),
    ...columns.map((column) => ({
      at: [row.agency, row.month, idOf(column)],
      value: row[column.of][column.code] ?? 0,
    })),
  ]);
  return toJsonStat(LABELS.title[language], dimensions, cells, { position });
}

interface CodeColumn {
  readonly of: 'warnings' | 'rejections';
  readonly code: string;
}

function codeColumns(rows: readonly QualityRow[]): CodeColumn[] {
  return (['warnings', 'rejections'] as const).flatMap((of) => {
    const codes = new Set(rows.flatMap((row) => Object.keys(row[of])));
    return [...codes].sort(compareCodePoints).map((code) => ({ of, code }));
  });
}

/** A code may be a warning for one row and a reason to reject another. */
function idOf({ of, code }: CodeColumn): string {
  return of === 'warnings' ? code : `rejected:${code}`;
}

function same(ids: readonly string[]): Map<string, string> {
  return new Map(ids.map((id) => [id, id]));
}

const LABELS: Record<
  (typeof NUMBERS)[number] | CodeColumn['of'] | 'title' | 'agency' | 'month' | 'number',
  Record<Language, string>
> = {
  title: { en: 'Data quality', de: 'Datenqualität' },
  agency: { en: 'Agency', de: 'Stelle' },
  month: { en: 'Month of arrival', de: 'Eingangsmonat' },
  number: { en: 'Number', de: 'Größe' },
  accepted: { en: 'Records', de: 'Meldungen' },
  corrections: { en: 'Corrections', de: 'Korrekturen' },
  retractions: { en: 'Retractions', de: 'Rücknahmen' },
  parked: { en: 'Waiting for another record', de: 'Warten auf eine andere Meldung' },
  outsideEveryWindow: { en: 'Outside every window', de: 'Außerhalb jedes Zeitfensters' },
  duplicates: { en: 'Duplicates', de: 'Doppelte' },
  rejected: { en: 'Rejected', de: 'Abgelehnt' },
  warnings: { en: 'Warning', de: 'Hinweis' },
  rejections: { en: 'Rejected for', de: 'Abgelehnt wegen' },
};
