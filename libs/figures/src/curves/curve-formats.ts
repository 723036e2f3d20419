import type { Language } from '@lueckenlos/platform';
import type { Answered } from '../cube/figure-kind';
import { headingOf } from '../cube/heading';
import { toJsonStat, type StatCell } from '../formats/json-stat';
import { breakdownDimensions } from '../formats/stat-dimensions';
import { figureAsCsv, statusMeanings } from '../protected/say-protected';
import { markColumn, markHeader, marksOf } from '../source-coverage/mark-formats';
import { strataAnswers } from './count-curves';
import { COMPETING } from './curve-question';
import { FLOOR, type CurvePoint } from './curves';
import type { CurveFigure } from './read-curves';
import { monthDimension, numberDimension } from './stat-dimensions';

type Answer = Answered<CurveFigure>;

/** The numbers of a point, in columns. */
const COLUMNS = [
  'atRisk',
  'entries',
  'events',
  ...COMPETING,
  'censored',
  'estimate',
  'stdErr',
  'lower',
  'upper',
] as const;
type Column = (typeof COLUMNS)[number];

/** Those that a release does not show on a small base. */
const isEstimated = (column: Column): boolean => COLUMNS.indexOf(column) >= COLUMNS.indexOf('estimate');

/** The JSON of the contract. */
export function curvesAsJson(figure: Answer): object {
  return { ...curveHeading(figure), strata: strataAnswers(figure.strata) };
}

/** One line per group and month. Where deliveries are announced, a last column says through which month they are followed. */
export function curvesAsCsv(figure: Answer): string {
  const { by } = figure.query;
  const lines = figure.strata.flatMap((stratum) =>
    stratum.points.map((point) => [
      ...by.map((breakdown) => stratum.key[breakdown]),
      point.t,
      ...COLUMNS.map((column) => columnOf(point, column)),
      point.belowFloor,
      ...markColumn(figure, stratum),
    ]),
  );
  return figureAsCsv(figure, [...by, 't', ...COLUMNS, 'belowFloor', ...markHeader(figure)], lines);
}

/** A dataset by breakdown, month and number; what is undefined is left out, and so is a month without a point. */
export function curvesAsJsonStat(figure: Answer, language: Language): object {
  const { by } = figure.query;
  const cells = figure.strata.flatMap(({ key, points }) =>
    points.flatMap((point) =>
      COLUMNS.flatMap((column): StatCell[] => {
        const value = columnOf(point, column);
        const at = [...by.map((breakdown) => String(key[breakdown])), String(point.t), column];
        if (value !== null) return [{ at, value }];
        return point.belowFloor && isEstimated(column) ? [{ at, value, status: 'belowFloor' }] : [];
      }),
    ),
  );
  const groups = figure.strata.map(({ key }) => ({ group: key }));
  const months = figure.strata.flatMap(({ points }) => points.map(({ t }) => t));
  const dimensions = [
    ...breakdownDimensions({ ...figure, groups }, language),
    monthDimension(months, language),
    numberDimension(COLUMNS, language),
  ];
  const extension = {
    ...curveHeading(figure),
    ...statusMeanings(figure, language),
    ...marksOf(figure.strata),
  };
  return toJsonStat(figure.chain.definition.title[language], dimensions, cells, extension);
}

function curveHeading(figure: Answer): object {
  const { from, stage, estimator, competing, dimension } = figure.request;
  return {
    ...headingOf(figure),
    from,
    stage,
    estimator,
    competing,
    dimension,
    floor: figure.release?.floor ?? FLOOR,
  };
}

function columnOf(point: CurvePoint, column: Column): number | null {
  if (column === 'estimate') return point.value;
  if (column === 'moved-out' || column === 'died') return point.competing[column] ?? null;
  return point[column];
}
