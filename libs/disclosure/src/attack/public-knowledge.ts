import { versionsInForce, type Area, type ChainBody } from '@lueckenlos/chain';
import type { AreaAt, Coordinate, TrueCell } from '../release/true-cell';
import type { CubeDefinition, CubeDimension } from '../release/cube';
import type { PublishedCell } from '../release/published-cells';

/** Where a single child may be counted: the finest breakdown there is, though no table shows it. */
export type FinestPlace = Readonly<Record<CubeDimension, Coordinate>>;

/** What is no secret: the definitions, and the years that occur. */
export interface PublicKnowledge {
  readonly birthYears: readonly number[];
  /** How many years after the year of birth a child may enter school. */
  readonly schoolEntryAges: readonly number[];
  readonly areas: readonly Area[];
}

export interface Definitions {
  readonly chain: ChainBody;
  readonly areas: readonly Area[];
}

/** Birth years reach one year beyond what is seen: few children of a year may have vanished from all tables. */
export function publicKnowledge(
  cells: Iterable<PublishedCell>,
  { chain, areas }: Definitions,
): PublicKnowledge {
  let [first, last] = [Infinity, -Infinity];
  for (const { by } of cells) {
    const { birthYear } = by;
    if (typeof birthYear !== 'number') continue;
    first = Math.min(first, birthYear);
    last = Math.max(last, birthYear);
  }
  const birthYears = first > last ? [] : Array.from({ length: last - first + 3 }, (_, i) => first - 1 + i);
  const ages = versionsInForce(chain).flatMap(({ schoolYear: { age } }) => [age, age + 1]);
  return { birthYears, schoolEntryAges: [...new Set(ages)], areas };
}

/** All finest places that tables with these dimensions can tell apart. */
export function finestPlaces(
  { birthYears, schoolEntryAges, areas }: PublicKnowledge,
  dimensions: ReadonlySet<CubeDimension>,
): FinestPlace[] {
  const along = <T extends Coordinate>(
    dimension: CubeDimension,
    values: readonly T[],
  ): readonly Coordinate[] => (dimensions.has(dimension) ? [...values, 'unknown'] : ['unknown']);
  const codes = along(
    'area',
    areas.map(({ code }) => code),
  );
  const schoolYearsOf = (birthYear: Coordinate): readonly Coordinate[] =>
    typeof birthYear === 'number' && dimensions.has('schoolYear')
      ? schoolEntryAges.map((age) => birthYear + age)
      : ['unknown'];
  const years = dimensions.has('birthYear') || dimensions.has('schoolYear') ? birthYears : [];
  return [...years, 'unknown'].flatMap((birthYear) =>
    schoolYearsOf(birthYear).flatMap((schoolYear) =>
      codes.flatMap((area) =>
        along('povertyRisk', [true, false]).map((povertyRisk) => ({
          birthYear,
          schoolYear,
          area,
          povertyRisk,
        })),
      ),
    ),
  );
}

/** Where a table counts what lies in a finest place. */
export function coordinatesIn(
  place: FinestPlace,
  { by, level }: CubeDefinition,
  areaAt: AreaAt,
): TrueCell['by'] {
  const { area } = place;
  const summed = level === null || area === 'unknown' ? area : (areaAt(String(area), level) ?? 'unknown');
  const coordinates = { ...place, area: summed };
  return Object.fromEntries([...by].sort().map((dimension) => [dimension, coordinates[dimension]]));
}

/** The ancestor of a code at a level, by a hierarchy. */
export function ancestorsIn(areas: readonly Area[]): AreaAt {
  const byCode = new Map(areas.map((area) => [area.code, area]));
  return (code, level) => {
    let area = byCode.get(code);
    while (area && area.kind !== level) area = area.parent === null ? undefined : byCode.get(area.parent);
    return area?.code ?? null;
  };
}
