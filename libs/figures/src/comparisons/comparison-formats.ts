import type { Language } from '@lueckenlos/platform';
import type { Figure } from '../cube/figure';
import type { Answered } from '../cube/figure-kind';
import { headingOf } from '../cube/heading';
import { numberDimension } from '../curves/stat-dimensions';
import { toJsonStat, type StatCell } from '../formats/json-stat';
import { breakdownDimensions } from '../formats/stat-dimensions';
import { figureAsCsv, statusMeanings } from '../protected/say-protected';
import type { Adjustment } from './comparison-parameters.dto';
import type { ComparedArea, Comparison, FunnelOfArea } from './comparisons';

export interface ComparedFigure extends Figure {
  readonly stage: string;
  readonly adjustedFor: readonly Adjustment[];
  readonly comparison: Comparison;
}

type Answer = Answered<ComparedFigure>;

/** Town and areas; the areas have their names of the boundaries that count. */
export function comparisonsAsJson(figure: Answer): object {
  const { comparison, areas } = figure;
  const named = comparison.areas.map(({ area, ...rest }) => ({ area, name: areas.nameOf(area), ...rest }));
  return { ...headingOfComparison(figure), ...comparison, areas: named };
}

const LIMITS = ['lower998', 'lower95', 'expected', 'upper95', 'upper998'] as const;

/** The numbers of an area, in columns; empty where they are undefined. */
function numbersOf(area: ComparedArea): Record<string, number | null> {
  const { n, reached, share, standardised } = area;
  return {
    n,
    reached,
    share: share.value,
    shareLower: share.lower,
    shareUpper: share.upper,
    ...limitsOf('funnel', area.funnel),
    ...limitsOf('adjusted', area.adjustedFunnel),
    standardised: standardised.value,
    standardisedLower: standardised.lower,
    standardisedUpper: standardised.upper,
  };
}

function limitsOf(name: string, funnel: FunnelOfArea | null): Record<string, number | null> {
  return Object.fromEntries(LIMITS.map((limit) => [`${name}_${limit}`, funnel?.[limit] ?? null]));
}

/** One line per area, in order of code. */
export function comparisonsAsCsv(figure: Answer): string {
  const { comparison, areas } = figure;
  const lines = comparison.areas.map((area) => [
    area.area,
    areas.nameOf(area.area),
    ...Object.values(numbersOf(area)),
    area.funnel?.place,
    area.adjustedFunnel?.place,
  ]);
  return figureAsCsv(figure, ['area', 'name', ...columns(), 'place', 'adjustedPlace'], lines);
}

/** A dataset by area and number; what is undefined is left out. Town and dispersion stand in the extension. */
export function comparisonsAsJsonStat(figure: Answer, language: Language): object {
  const { areas: compared, ...others } = figure.comparison;
  const cells = compared.flatMap((area) =>
    Object.entries(numbersOf(area)).flatMap(([column, value]): StatCell[] => {
      const at = [area.area, column];
      if (value !== null) return [{ at, value }];
      return isHidden(area) ? [{ at, value, status: 'belowFloor' }] : [];
    }),
  );
  const groups = compared.map(({ area }) => ({ group: { area } }));
  const query = { ...figure.query, by: ['area' as const] };
  const dimensions = [
    ...breakdownDimensions({ query, areas: figure.areas, groups }, language),
    numberDimension(columns(), language),
  ];
  const extension = { ...headingOfComparison(figure), ...statusMeanings(figure, language), ...others };
  return toJsonStat(figure.chain.definition.title[language], dimensions, cells, extension);
}

/** On a small base of a release. */
function isHidden({ share }: ComparedArea): boolean {
  return 'belowFloor' in share && share.belowFloor;
}

function columns(): string[] {
  const limits = (name: string): string[] => LIMITS.map((limit) => `${name}_${limit}`);
  return [
    ...['n', 'reached', 'share', 'shareLower', 'shareUpper'],
    ...limits('funnel'),
    ...limits('adjusted'),
    ...['standardised', 'standardisedLower', 'standardisedUpper'],
  ];
}

function headingOfComparison(figure: Answer): object {
  const { stage, adjustedFor, query } = figure;
  return { ...headingOf(figure), stage, level: query.level, adjustedFor };
}
