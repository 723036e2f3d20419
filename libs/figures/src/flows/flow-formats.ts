import type { Language } from '@lueckenlos/platform';
import type { AnsweredFigure } from '../cube/figure';
import { headingOf } from '../cube/heading';
import { toJsonStat, type StatCell, type StatDimension } from '../formats/json-stat';
import { breakdownDimensions, stageDimension } from '../formats/stat-dimensions';
import { figureAsCsv, statusMeanings } from '../protected/say-protected';
import type { FigureQuery } from '../query/figure-query';
import { flowAnswers, flowRows, type FlowRow } from './flows';

/** The id that stands for "none yet" where null can't. */
const NONE = 'none';
const NONE_LABEL: Record<Language, string> = { en: 'none yet', de: 'noch keine' };

/** The JSON of the contract. */
export function flowsAsJson(figure: AnsweredFigure): object {
  return { ...headingOf(figure), rows: flowAnswers(figure) };
}

/** One line per group, stage and next stage; an empty `to` is "none yet". */
export function flowsAsCsv(figure: AnsweredFigure): string {
  const { by } = figure.query;
  const lines = flowRows(figure).map(({ group, from, to, count }) => [
    ...by.map((breakdown) => group[breakdown]),
    from,
    to,
    count,
  ]);
  return figureAsCsv(figure, [...by, 'from', 'to', 'count'], lines);
}

export function flowsAsJsonStat(figure: AnsweredFigure, language: Language): object {
  const { by } = figure.query;
  const from = stageDimension(figure, language, 'from');
  const to: StatDimension = {
    ...from,
    id: 'to',
    categories: new Map([...from.categories, [NONE, NONE_LABEL[language]]]),
  };
  const rows = flowRows(figure);
  const cells = rows.map((row): StatCell => ({ at: placeOf(row, by), value: row.count }));
  const hidden = figure.release ? hiddenCells(rows, by, [...to.categories.keys()]) : [];
  const dimensions = [...breakdownDimensions(figure, language), from, to];
  const extension = { ...headingOf(figure), ...statusMeanings(figure, language) };
  return toJsonStat(figure.chain.definition.title[language], dimensions, [...cells, ...hidden], extension);
}

function placeOf({ group, from, to }: Omit<FlowRow, 'count'>, by: FigureQuery['by']): string[] {
  return [...by.map((breakdown) => String(group[breakdown])), from, to ?? NONE];
}

/** Of stages from which a release shows anybody to go on: the later ones to which it shows nobody, and none yet. */
function hiddenCells(
  rows: readonly FlowRow[],
  by: FigureQuery['by'],
  targets: readonly string[],
): StatCell[] {
  const shown = new Set(rows.map((row) => placeOf(row, by).join('\n')));
  const starts = new Map(rows.map((row) => [placeOf({ ...row, to: '' }, by).join('\n'), row]));
  return [...starts.values()].flatMap((row) =>
    targets
      .slice(targets.indexOf(row.from) + 1)
      .map((to) => placeOf({ ...row, to }, by))
      .filter((at) => !shown.has(at.join('\n')))
      .map((at): StatCell => ({ at, value: null, status: 'hidden' })),
  );
}
