import { funnelNoise, protectedShare, protectedStandardised } from '@lueckenlos/disclosure';
import { wilson, Z_95 } from '@lueckenlos/statistics';
import type { Answered } from '../cube/figure-kind';
import type { Group } from '../cube/group-table';
import { checkStageOf } from '../curves/curve-request';
import type { ChosenCube } from '../protected/choose-cube';
import { releasedHeading, type OpenRelease } from '../protected/open-release';
import type { ReleasedHeading, ReleasedPlace } from '../protected/released-tables';
import { UNKNOWN } from '../query/figure-query';
import type { ComparedFigure } from './comparison-formats';
import type { Adjustment } from './comparison-parameters.dto';
import { comparisonTables } from './comparison-tables';
import { comparisonOf, type Closed, type Estimation, type ToCompare } from './comparisons';

interface Counts extends Closed {
  readonly at: Group;
}

/**
 * Compares areas by published counts: the town and each area have counts of their own, as a whole and by stratum, which don't add up.
 * Of a filter by area, the area takes the place of the town.
 * @param adjustFor absent: the best that the release has tables for
 * @throws ProblemError (422) where the release has no tables for the question, naming what it has
 */
export async function protectedComparison(
  release: OpenRelease,
  stage: string,
  adjustFor?: readonly Adjustment[],
): Promise<Answered<ComparedFigure>> {
  checkStageOf(release.definitions.chain, stage);
  const tables = comparisonTables(release, adjustFor);
  const countsIn = async ({ cube }: ChosenCube): Promise<Counts[]> =>
    (await release.places(cube)).map((place) => countsAt(place, stage)).filter(({ n }) => n > 0);
  const [town, townStrata, areas, strata] = await Promise.all([
    countsIn(tables.town),
    countsIn(tables.townStrata),
    countsIn(tables.areas),
    countsIn(tables.strata),
  ]);
  const counted = { town, townStrata, areas, strata };
  const comparison = comparisonOf(toCompare(counted, tables.adjustFor), estimationFor(release.heading));
  const figure = { ...releasedHeading(release, tables.areas), groups: [], scopeGroups: null };
  return { ...figure, stage, adjustedFor: tables.adjustFor, comparison };
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
