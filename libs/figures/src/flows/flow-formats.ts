import { NOT_TOLD } from '@lueckenlos/chain';
import type { Language } from '@lueckenlos/platform';
import type { AnsweredFigure } from '../cube/figure';
import { headingOf } from '../cube/heading';
import { answerRow } from '../formats/answer-row';
import { toJsonStat, type StatCell, type StatDimension } from '../formats/json-stat';
import { breakdownDimensions, stageDimension } from '../formats/stat-dimensions';
import { figureAsCsv, statusMeanings } from '../protected/say-protected';
import type { FigureQuery } from '../query/figure-query';
import { flowAnswers, flowRows, untoldFlows, type FlowRow } from './flows';

/** The id that stands for "none yet" where null can't. */
const NONE = 'none';
const NONE_LABEL: Record<Language, string> = { en: 'none yet', de: 'noch keine' };
const NOT_TOLD_LABEL: Record<Language, string> = {
  en: 'not told: a source is silent',
  de: 'ohne Angabe: eine Quelle schweigt',
};

/** The JSON of the contract, with those of whom it is not told where they went. */
export function flowsAsJson(figure: AnsweredFigure): object {
  const unconfirmed = untoldFlows(figure).map(({ group, from, count }) => answerRow(group, { from, count }));
  return {
    ...headingOf(figure),
    rows: flowAnswers(figure),
    ...(unconfirmed.length === 0 ? {} : { unconfirmed }),
  };
}

/** One line per group, stage and next stage; an empty `to` is "none yet", a `?` stands for whom it is not told of. */
export function flowsAsCsv(figure: AnsweredFigure): string {
  const { by } = figure.query;
  const untold = untoldFlows(figure).map((flow) => ({ ...flow, to: NOT_TOLD }));
  const lines = [...flowRows(figure), ...untold].map(({ group, from, to, count }) => [
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
  const targets = new Map([...from.categories, [NONE, NONE_LABEL[language]]]);
  const rows = flowRows(figure);
  const untold = untoldFlows(figure).map((flow) => ({ ...flow, to: NOT_TOLD }));
  if (untold.length > 0) targets.set(NOT_TOLD, NOT_TOLD_LABEL[language]);
  const to: StatDimension = { ...from, id: 'to', categories: targets };
  const cells = [...rows, ...untold].map((row): StatCell => ({ at: placeOf(row, by), value: row.count }));
  const hidden = figure.release ? hiddenCells(rows, by, [...from.categories.keys(), NONE]) : [];
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
