import type { Language } from '@lueckenlos/platform';
import type { Answered } from '../cube/figure-kind';
import { headingOf } from '../cube/heading';
import { FLOOR } from '../curves/curves';
import { monthDimension, numberDimension } from '../curves/stat-dimensions';
import { toCsv } from '@lueckenlos/platform';
import { toJsonStat, type StatCell, type StatDimension } from '../formats/json-stat';
import { breakdownDimensions, stageDimension } from '../formats/stat-dimensions';
import { markColumn, markHeader, marksOf } from '../source-coverage/mark-formats';
import type { OccupationStratumPoint } from './occupation';
import type { OccupationFigure } from './read-occupation';

type Answer = Answered<OccupationFigure>;

const COLUMNS = ['atRisk', 'estimate', 'stdErr', 'lower', 'upper'] as const;
type Column = (typeof COLUMNS)[number];

/** Groups with their points; a point names all states. */
export function occupationAsJson(figure: Answer): object {
  const strata = figure.strata.map(({ points, ...stratum }) => ({
    ...stratum,
    points: points.map(({ t, atRisk, states, belowFloor }) =>
      belowFloor ? { t, atRisk, states, belowFloor } : { t, atRisk, states },
    ),
  }));
  return { ...headingOfOccupation(figure), strata };
}

/** One line per group, month and state. Where deliveries are announced, a last column says through which month they are followed. */
export function occupationAsCsv(figure: Answer): string {
  const { query, states } = figure;
  const lines = figure.strata.flatMap((stratum) =>
    stratum.points.flatMap((point) =>
      states.map((state) => [
        ...query.by.map((breakdown) => stratum.key[breakdown]),
        point.t,
        state,
        ...COLUMNS.map((column) => columnOf(point, state, column)),
        point.belowFloor,
        ...markColumn(figure, stratum),
      ]),
    ),
  );
  return toCsv([...query.by, 't', 'state', ...COLUMNS, 'belowFloor', ...markHeader(figure)], lines);
}

/** A dataset by breakdown, month, state and number; what is undefined is left out, and so is a month without a point. */
export function occupationAsJsonStat(figure: Answer, language: Language): object {
  const { query, states, strata } = figure;
  const cells = strata.flatMap(({ key, points }) =>
    points.flatMap((point) =>
      states.flatMap((state) =>
        COLUMNS.flatMap((column): StatCell[] => {
          const value = columnOf(point, state, column);
          const at = [...query.by.map((breakdown) => String(key[breakdown])), String(point.t), state, column];
          return value === null ? [] : [{ at, value }];
        }),
      ),
    ),
  );
  const groups = strata.map(({ key }) => ({ group: key }));
  const months = strata.flatMap(({ points }) => points.map(({ t }) => t));
  const dimensions = [
    ...breakdownDimensions({ ...figure, groups }, language),
    monthDimension(months, language),
    stateDimension(figure, language),
    numberDimension(COLUMNS, language),
  ];
  const extension = { ...headingOfOccupation(figure), ...marksOf(strata) };
  return toJsonStat(figure.chain.definition.title[language], dimensions, cells, extension);
}

const GONE: Readonly<Record<string, Record<Language, string>>> = {
  'moved-out': { en: 'moved away', de: 'fortgezogen' },
  died: { en: 'died', de: 'verstorben' },
};

function stateDimension(figure: Answer, language: Language): StatDimension {
  const stages = stageDimension(figure, language, 'state');
  const label = (state: string): string => GONE[state]?.[language] ?? stages.categories.get(state) ?? state;
  return { ...stages, categories: new Map(figure.states.map((state) => [state, label(state)])) };
}

function headingOfOccupation(figure: Answer): object {
  const { competing, dimension } = figure.request;
  return { ...headingOf(figure), competing, dimension, floor: FLOOR, states: figure.states };
}

function columnOf({ atRisk, states }: OccupationStratumPoint, state: string, column: Column): number | null {
  if (column === 'atRisk') return atRisk[state] ?? null;
  const estimate = states[state];
  return estimate ? estimate[column === 'estimate' ? 'value' : column] : null;
}
