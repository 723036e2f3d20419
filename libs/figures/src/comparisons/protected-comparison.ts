import {
  funnelNoise,
  protectedShare,
  protectedStandardised,
  type CubeDefinition,
} from '@lueckenlos/disclosure';
import { ProblemError } from '@lueckenlos/platform';
import { wilson, Z_95 } from '@lueckenlos/statistics';
import type { Answered } from '../cube/figure-kind';
import type { Group } from '../cube/group-table';
import { checkStageOf } from '../curves/curve-request';
import { chooseCube } from '../protected/choose-cube';
import { releasedHeading, type OpenRelease } from '../protected/open-release';
import type { ReleasedHeading, ReleasedPlace } from '../protected/released-tables';
import { UNKNOWN } from '../query/figure-query';
import type { ReleaseQuery } from '../query/release-query';
import type { ComparedFigure } from './comparison-formats';
import { ADJUSTMENTS, type Adjustment } from './comparison-parameters.dto';
import { comparisonOf, type Closed, type Estimation, type ToCompare } from './comparisons';

interface Counts extends Closed {
  readonly at: Group;
}

/**
 * Compares areas by published counts: the town and each area have counts of their own, as a whole and by stratum, which don't add up.
 * @param adjustFor absent: poverty risk. A release holds areas by one more dimension only
 * @throws ProblemError (422) where the release has no tables for the question, naming what it has
 */
export async function protectedComparison(
  release: OpenRelease,
  stage: string,
  adjustFor: readonly Adjustment[] = ['povertyRisk'],
): Promise<Answered<ComparedFigure>> {
  const { heading, definitions, question } = release;
  checkStageOf(definitions.chain, stage);
  const isFiltered = Object.values(question.filters).some((wanted) => wanted !== null);
  if (isFiltered || adjustFor.length > 1) throw notPublished(question);
  const cubeOf = (...by: ('area' | Adjustment)[]) =>
    chooseCube('drop-offs', { ...question, by }, heading.cubes);
  const countsIn = async (cube: CubeDefinition): Promise<Counts[]> =>
    (await release.places(cube)).map((place) => countsAt(place, stage)).filter(({ n }) => n > 0);
  const byArea = cubeOf('area');
  const [town, townStrata, areas, strata] = await Promise.all([
    countsIn(cubeOf().cube),
    countsIn(cubeOf(...adjustFor).cube),
    countsIn(byArea.cube),
    countsIn(cubeOf('area', ...adjustFor).cube),
  ]);
  const counted = { town, townStrata, areas, strata };
  const comparison = comparisonOf(toCompare(counted, adjustFor), estimationFor(heading));
  const figure = { ...releasedHeading(release, byArea), groups: [], scopeGroups: null };
  return { ...figure, stage, adjustedFor: adjustFor, comparison };
}

interface Counted {
  readonly town: readonly Counts[];
  readonly townStrata: readonly Counts[];
  readonly areas: readonly Counts[];
  readonly strata: readonly Counts[];
}

function toCompare(
  { town, townStrata, areas, strata }: Counted,
  adjustFor: readonly Adjustment[],
): ToCompare {
  const byStratum = (counts: readonly Counts[]): Map<string, Closed> =>
    new Map(counts.map((one) => [adjustFor.map((by) => String(one.at[by])).join(' '), one]));
  const inArea = (counts: readonly Counts[], area: string): Counts[] =>
    counts.filter(({ at }) => at.area === area);
  const known = areas.map(({ at }) => String(at.area)).filter((area) => area !== UNKNOWN);
  return {
    town: { ...only(town), strata: byStratum(townStrata) },
    areas: known.sort().map((area) => ({
      area,
      ...only(inArea(areas, area)),
      strata: byStratum(inArea(strata, area)),
    })),
    withoutArea: only(inArea(areas, UNKNOWN)),
  };
}

/** A place that is not there has nobody. */
function only([counts]: readonly Counts[]): Closed {
  return { n: counts?.n ?? 0, reached: counts?.reached ?? 0 };
}

function countsAt({ coordinates, values }: ReleasedPlace, stage: string): Counts {
  const { closed: n = 0, reached = 0 } = values['window']?.[stage] ?? {};
  return { at: coordinates, n, reached };
}

function estimationFor({ floor, table }: ReleasedHeading): Estimation {
  const { variance } = table.parameters;
  return {
    isShown: ({ n }) => n >= floor,
    share: ({ reached, n }) => protectedShare(reached, n, { variance, floor, z: Z_95, interval: wilson }),
    standardised: (strata) => protectedStandardised(strata, variance),
    inflation: (expected) => funnelNoise(expected, variance),
  };
}

function notPublished({ level }: ReleaseQuery): ProblemError {
  const known = ADJUSTMENTS.map((one) => `adjustFor=${one}${level === null ? '' : `&level=${level}`}`);
  return new ProblemError({
    code: 'figures.table-not-published',
    pointer: '/adjustFor',
    params: { nearest: known.at(-1) ?? '', known },
  });
}
