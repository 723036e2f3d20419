import { STATUSES, type Scope } from '@lueckenlos/chain';
import type { Language } from '@lueckenlos/platform';
import type { AnsweredFigure } from '../cube/figure';
import { headingOf } from '../cube/heading';
import { toJsonStat, type StatCell } from '../formats/json-stat';
import { breakdownDimensions, stageDimension } from '../formats/stat-dimensions';
import { figureAsCsv, statusMeanings } from '../protected/say-protected';
import { dropOffAnswers, dropOffRows, scopeCounts } from './drop-offs';
import { statusDimension } from './status-labels';

/** The JSON of the contract. */
export function dropOffsAsJson(figure: AnsweredFigure): object {
  return { ...headingOf(figure), scope: scopeOf(figure), rows: dropOffAnswers(figure) };
}

/** Null where a release has no scope for the question: published counts can't be added up to one. */
function scopeOf({ scopeGroups }: AnsweredFigure): Record<Scope, number> | null {
  return scopeGroups && scopeCounts({ groups: scopeGroups });
}

/**
 * One line per group and stage, a column per status; the share's columns are empty where it is undefined. Where deliveries
 * are announced, a last column says how many cases wait for their source.
 */
export function dropOffsAsCsv(figure: AnsweredFigure): string {
  const { by } = figure.query;
  const marked = figure.coverage !== null;
  const columns = ['reachedShare', 'lower', 'upper', 'closedWindows', ...(marked ? ['unconfirmed'] : [])];
  const lines = dropOffRows(figure).map(({ group, stage, counts, unconfirmed, reachedShare: share }) => [
    ...by.map((breakdown) => group[breakdown]),
    stage,
    ...STATUSES.map((status) => counts[status] ?? 0),
    share.value,
    share.lower,
    share.upper,
    share.n,
    ...(marked ? [unconfirmed] : []),
  ]);
  return figureAsCsv(figure, [...by, 'stage', ...STATUSES, ...columns], lines);
}

/**
 * A JSON-stat dataset of the counts by breakdown, stage and status; scope, clocks and coverage stand in the extension. Cells
 * of a row in which cases wait for their source bear the status `unconfirmed`; those of a release that may hide somebody `hidden`.
 */
export function dropOffsAsJsonStat(figure: AnsweredFigure, language: Language): object {
  const { by } = figure.query;
  const dimensions = [
    ...breakdownDimensions(figure, language),
    stageDimension(figure, language),
    statusDimension(language),
  ];
  const cells = dropOffRows(figure).flatMap(({ group, stage, counts, unconfirmed }) =>
    STATUSES.flatMap((id): StatCell[] => {
      const at = [...by.map((breakdown) => String(group[breakdown])), stage, id];
      const value = counts[id];
      if (value === undefined) return figure.release ? [{ at, value: null, status: 'hidden' }] : [];
      return [{ at, value, ...(unconfirmed === 0 ? {} : { status: 'unconfirmed' }) }];
    }),
  );
  const extension = { ...headingOf(figure), ...statusMeanings(figure, language), scope: scopeOf(figure) };
  return toJsonStat(figure.chain.definition.title[language], dimensions, cells, extension);
}
