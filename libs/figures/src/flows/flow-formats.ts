import { toCsv, type Language } from '@lueckenlos/platform';
import type { AnsweredFigure } from '../cube/figure';
import { headingOf } from '../cube/heading';
import { toJsonStat, type StatDimension } from '../formats/json-stat';
import { breakdownDimensions, stageDimension } from '../formats/stat-dimensions';
import { flowAnswers, flowRows } from './flows';

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
  return toCsv([...by, 'from', 'to', 'count'], lines);
}

export function flowsAsJsonStat(figure: AnsweredFigure, language: Language): object {
  const { by } = figure.query;
  const from = stageDimension(figure, language, 'from');
  const to: StatDimension = {
    ...from,
    id: 'to',
    categories: new Map([...from.categories, [NONE, NONE_LABEL[language]]]),
  };
  const cells = flowRows(figure).map((row) => ({
    at: [...by.map((breakdown) => String(row.group[breakdown])), row.from, row.to ?? NONE],
    value: row.count,
  }));
  const dimensions = [...breakdownDimensions(figure, language), from, to];
  return toJsonStat(figure.chain.definition.title[language], dimensions, cells, headingOf(figure));
}
