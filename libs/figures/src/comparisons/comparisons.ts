import {
  directlyStandardised,
  funnelLimits,
  overDispersion,
  placeInFunnel,
  wilson,
  zScore,
  type ExpectedShare,
  type FunnelLimits,
  type FunnelPlace,
  type OverDispersion,
  type ShareEstimate,
  type StandardisedShare,
} from '@lueckenlos/statistics';
import type { GroupCounts } from '../cube/group-table';
import { UNKNOWN } from '../query/figure-query';

/** Children whose window has closed under observation, and those of them who reached the stage in it. */
export interface Closed {
  readonly n: number;
  readonly reached: number;
}

/** Limits between which chance alone leaves an area, and where it lies. */
export interface FunnelOfArea extends FunnelLimits {
  readonly place: FunnelPlace;
}

export interface ComparedArea extends Closed {
  readonly area: string;
  readonly share: ShareEstimate;
  /** Against the share of the whole town. */
  readonly funnel: FunnelOfArea | null;
  /** Against what the town's children of the same birth year and poverty risk reach. */
  readonly adjustedFunnel: FunnelOfArea | null;
  /** The share if the area had the town's children by birth year and poverty risk. */
  readonly standardised: StandardisedShare;
}

export interface Comparison {
  readonly town: Closed & { readonly share: ShareEstimate };
  /** In order of code: areas are not ranked. */
  readonly areas: readonly ComparedArea[];
  /** Of whom no area is known: in the town, and in no area. */
  readonly withoutArea: Closed;
  readonly overDispersion: OverDispersion | null;
  readonly adjustedOverDispersion: OverDispersion | null;
}

type Stratum = string;
type ClosedByStratum = ReadonlyMap<Stratum, Closed>;

/** Compares the areas of a figure that is broken down by area, birth year and poverty risk. */
export function comparisonOf(groups: readonly GroupCounts[], stage: string): Comparison {
  const byArea = closedByArea(groups, stage);
  const town = sumOf([...byArea.values()].flatMap((strata) => [...strata]));
  const whole = total(town);
  const units = [...byArea].filter(([area]) => area !== UNKNOWN).sort(([a], [b]) => (a < b ? -1 : 1));
  const plain = funnels(units, () => share(whole));
  const adjusted = funnels(units, (stratum) => share(town.get(stratum) ?? NOBODY));
  const areas = units.map(([area, strata], i): ComparedArea => {
    const closed = total(strata);
    return {
      area,
      ...closed,
      share: wilson(closed.reached, closed.n),
      funnel: plain.places[i] ?? null,
      adjustedFunnel: adjusted.places[i] ?? null,
      standardised: standardised(strata, town),
    };
  });
  return {
    town: { ...whole, share: wilson(whole.reached, whole.n) },
    areas,
    withoutArea: total(byArea.get(UNKNOWN) ?? new Map()),
    overDispersion: plain.dispersion,
    adjustedOverDispersion: adjusted.dispersion,
  };
}

const NOBODY: Closed = { n: 0, reached: 0 };

function closedByArea(groups: readonly GroupCounts[], stage: string): Map<string, Map<Stratum, Closed>> {
  const areas = new Map<string, Map<Stratum, Closed>>();
  for (const counts of groups) {
    const { group } = counts;
    const reached = counts.count('window', stage, 'reached');
    const n = reached + counts.count('window', stage, 'missed');
    if (n === 0) continue;
    const area = String(group.area);
    const strata = areas.get(area) ?? new Map<Stratum, Closed>();
    areas.set(area, strata);
    strata.set(`${group.birthYear} ${group.povertyRisk}`, { n, reached });
  }
  return areas;
}

/** Limits for each area, drawn apart where the areas differ by more than chance explains. */
function funnels(
  units: readonly (readonly [string, ClosedByStratum])[],
  expectedIn: (stratum: Stratum) => number,
): { places: (FunnelOfArea | null)[]; dispersion: OverDispersion | null } {
  const expected = units.map(([, strata]) =>
    [...strata].map(([stratum, { n }]): ExpectedShare => ({ n, share: expectedIn(stratum) })),
  );
  const scores = units.map(([, strata], i) => zScore(total(strata).reached, expected[i] ?? []));
  const dispersion = overDispersion(scores.filter((score) => score !== null));
  const places = units.map(([, strata], i) => {
    const limits = funnelLimits(expected[i] ?? [], dispersion?.inflation);
    return limits && { ...limits, place: placeInFunnel(share(total(strata)), limits) };
  });
  return { places, dispersion };
}

function standardised(strata: ClosedByStratum, town: ClosedByStratum): StandardisedShare {
  return directlyStandardised(
    [...town].map(([stratum, { n: weight }]) => {
      const { n, reached: successes } = strata.get(stratum) ?? NOBODY;
      return { successes, n, weight };
    }),
  );
}

function sumOf(entries: readonly (readonly [Stratum, Closed])[]): Map<Stratum, Closed> {
  const sums = new Map<Stratum, Closed>();
  for (const [stratum, { n, reached }] of entries) {
    const sum = sums.get(stratum) ?? NOBODY;
    sums.set(stratum, { n: sum.n + n, reached: sum.reached + reached });
  }
  return sums;
}

function total(strata: ClosedByStratum): Closed {
  let [n, reached] = [0, 0];
  for (const closed of strata.values()) {
    n += closed.n;
    reached += closed.reached;
  }
  return { n, reached };
}

function share({ n, reached }: Closed): number {
  return n === 0 ? 0 : reached / n;
}
