import { formatMonth } from '@lueckenlos/chain';
import type { Language } from '@lueckenlos/platform';
import type { Answered } from '../cube/figure-kind';
import { headingOf } from '../cube/heading';
import { numberDimension } from '../curves/stat-dimensions';
import { toCsv } from '@lueckenlos/platform';
import { toJsonStat, type StatCell, type StatDimension } from '../formats/json-stat';
import { breakdownDimensions, stageDimension } from '../formats/stat-dimensions';
import { markColumn, markHeader } from '../source-coverage/mark-formats';
import type { FallingDue } from './forecast';
import type { ForecastFigure } from './read-forecast';

type Answer = Answered<ForecastFigure>;

const COLUMNS = ['cases', 'reachedInTime', 'lower', 'upper', 'basis'] as const;

/** The numbers of a row, in columns; null where they are undefined. */
function numbersOf({ cases, reachedInTime }: FallingDue): (number | null)[] {
  const { value = null, lower = null, upper = null, basis = null } = reachedInTime ?? {};
  return [cases, value, lower, upper, basis];
}

/** Rows by month, and totals of all months together. */
export function forecastAsJson(figure: Answer): object {
  const rows = figure.rows.flatMap(({ group, due, ...row }) =>
    due === null ? [] : [{ ...group, due: formatMonth(due), ...row }],
  );
  const totals = figure.rows.flatMap(({ group, due, ...row }) =>
    due === null ? [{ ...group, ...row }] : [],
  );
  return { ...headingOf(figure), months: figure.months, rows, totals };
}

/**
 * One line per group, stage and month; an empty `due` is all months together. Where deliveries are announced, a last column
 * says through which month the stage is delivered if not up to the as-of month.
 */
export function forecastAsCsv(figure: Answer): string {
  const { by } = figure.query;
  const lines = figure.rows.map((row) => [
    ...by.map((breakdown) => row.group[breakdown]),
    row.stage,
    row.due === null ? null : formatMonth(row.due),
    ...numbersOf(row),
    ...markColumn(figure, row),
  ]);
  return toCsv([...by, 'stage', 'due', ...COLUMNS, ...markHeader(figure)], lines);
}

/** The id that stands for all months together where null can't. */
const ALL = 'all';
const LABELS: Record<'due' | 'all', Record<Language, string>> = {
  due: { en: 'Due', de: 'Fällig' },
  all: { en: 'all months', de: 'alle Monate' },
};

/** A dataset by breakdown, stage, due month and number. Cells of a row whose source is silent bear the status `unconfirmed`. */
export function forecastAsJsonStat(figure: Answer, language: Language): object {
  const { by } = figure.query;
  const cells = figure.rows.flatMap((row) =>
    numbersOf(row).flatMap((value, i): StatCell[] => {
      const at = [
        ...by.map((breakdown) => String(row.group[breakdown])),
        row.stage,
        dueId(row),
        COLUMNS[i] ?? '',
      ];
      if (value === null) return [];
      return [{ at, value, ...(row.deliveredThrough === undefined ? {} : { status: 'unconfirmed' }) }];
    }),
  );
  const dues = [...new Set(figure.rows.map(dueId))].sort();
  const due: StatDimension = {
    id: 'due',
    label: LABELS.due[language],
    categories: new Map(dues.map((id) => [id, id === ALL ? LABELS.all[language] : id])),
    role: 'time',
  };
  const dimensions = [
    ...breakdownDimensions({ ...figure, groups: figure.rows }, language),
    stageDimension(figure, language),
    due,
    numberDimension(COLUMNS, language),
  ];
  const extension = { ...headingOf(figure), months: figure.months };
  return toJsonStat(figure.chain.definition.title[language], dimensions, cells, extension);
}

function dueId({ due }: FallingDue): string {
  return due === null ? ALL : formatMonth(due);
}
