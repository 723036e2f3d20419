import type { ProtectedShare, ProtectedStandardisedShare } from '@lueckenlos/disclosure';
import {
  funnelLimits,
  overDispersion,
  placeInFunnel,
  zScore,
  type ExpectedShare,
  type FunnelLimits,
  type FunnelPlace,
  type OverDispersion,
  type ShareEstimate,
  type StandardisedShare,
  type StandardStratum,
} from '@lueckenlos/statistics';

/** Children whose window has closed under observation, and those of them who reached the stage in it. */
export interface Closed {
  readonly n: number;
  readonly reached: number;
}

/** Children of one birth year or poverty risk, or of both. */
export type Stratum = string;
export type ClosedByStratum = ReadonlyMap<Stratum, Closed>;

/** What is compared: counts of the town and of its areas, as a whole and by what they are adjusted for. */
export interface ToCompare {
  readonly town: Closed & { readonly strata: ClosedByStratum };
  /** In order of code. */
  readonly areas: readonly (Closed & { readonly area: string; readonly strata: ClosedByStratum })[];
  /** Of whom no area is known: in the town, and in no area. */
  readonly withoutArea: Closed;
}

/** How counts become estimates: exact ones, or those of a release. */
export interface Estimation {
  /** Whether it has cases enough to be compared. */
  readonly isShown: (counted: Closed) => boolean;
  readonly share: (counted: Closed) => ShareEstimate | ProtectedShare;
  readonly standardised: (
    strata: readonly StandardStratum[],
  ) => StandardisedShare | ProtectedStandardisedShare;
  /** By how much the variance exceeds that of chance; null where chance leaves nothing open. */
  readonly inflation: (expected: readonly ExpectedShare[]) => number | null;
}

/** Limits between which chance alone leaves an area, and where it lies. */
export interface FunnelOfArea extends FunnelLimits {
  readonly place: FunnelPlace;
}

export interface ComparedArea extends Closed {
  readonly area: string;
  readonly share: ShareEstimate | ProtectedShare;
  /** Against the share of the whole town. */
  readonly funnel: FunnelOfArea | null;
  /** Against what the town's children of the same strata reach. */
  readonly adjustedFunnel: FunnelOfArea | null;
  /** The share if the area had the town's children by stratum. */
  readonly standardised: StandardisedShare | ProtectedStandardisedShare;
}

export interface Comparison {
  readonly town: Closed & { readonly share: ShareEstimate | ProtectedShare };
  /** In order of code: areas are not ranked. */
  readonly areas: readonly ComparedArea[];
  readonly withoutArea: Closed;
  readonly overDispersion: OverDispersion | null;
  readonly adjustedOverDispersion: OverDispersion | null;
}

type Area = ToCompare['areas'][number];

/** Compares areas with the town, as they are and adjusted for their strata. */
export function comparisonOf({ town, areas, withoutArea }: ToCompare, estimation: Estimation): Comparison {
  const { strata, ...whole } = town;
  const plain = funnels(areas, estimation, ({ n }) => [{ n, share: shareOf(whole) }]);
  const adjusted = funnels(areas, estimation, (area) =>
    [...area.strata].map(([stratum, { n }]) => ({ n, share: shareOf(strata.get(stratum) ?? NOBODY) })),
  );
  return {
    town: { ...whole, share: estimation.share(whole) },
    areas: areas.map(({ area, strata: own, ...closed }, i) => ({
      area,
      ...closed,
      share: estimation.share(closed),
      funnel: plain.places[i] ?? null,
      adjustedFunnel: adjusted.places[i] ?? null,
      standardised: estimation.standardised(estimation.isShown(closed) ? weighed(own, strata) : []),
    })),
    withoutArea,
    overDispersion: plain.dispersion,
    adjustedOverDispersion: adjusted.dispersion,
  };
}

const NOBODY: Closed = { n: 0, reached: 0 };

/** Limits for each area, drawn apart by noise, and where the areas differ by more than chance and noise explain. */
function funnels(
  areas: readonly Area[],
  { isShown, inflation }: Estimation,
  expectedOf: (area: Area) => ExpectedShare[],
): { places: (FunnelOfArea | null)[]; dispersion: OverDispersion | null } {
  const units = areas.map((area) => {
    const expected = isShown(area) ? expectedOf(area) : [];
    return { area, expected, noise: inflation(expected) };
  });
  const scores = units.map(({ area, expected, noise }) => {
    const score = zScore(area.reached, expected);
    return score === null || noise === null ? null : score / Math.sqrt(noise);
  });
  const dispersion = overDispersion(scores.filter((score) => score !== null));
  const places = units.map(({ area, expected, noise }) => {
    const limits = noise === null ? null : funnelLimits(expected, noise * (dispersion?.inflation ?? 1));
    return limits && { ...limits, place: placeInFunnel(shareOf(area), limits) };
  });
  return { places, dispersion };
}

function weighed(own: ClosedByStratum, town: ClosedByStratum): StandardStratum[] {
  return [...town].map(([stratum, { n: weight }]) => {
    const { n, reached: successes } = own.get(stratum) ?? NOBODY;
    return { successes, n, weight };
  });
}

function shareOf({ n, reached }: Closed): number {
  return n === 0 ? 0 : Math.min(1, reached / n);
}
