import { parseMonth } from '@lueckenlos/chain';
import { cubeName } from '@lueckenlos/disclosure';
import { ProblemError } from '@lueckenlos/platform';
import { AreaMap } from '../areas/area-map';
import type { AnsweredFigure } from '../cube/figure';
import { areaFilter } from '../cube/area-filter';
import type { Group } from '../cube/group-table';
import { BREAKDOWNS, type Filters } from '../query/figure-query';
import type { ReleaseQuery } from '../query/release-query';
import { answeredCoverage } from '../source-coverage/coverage-answer';
import type { ChosenCube } from './choose-cube';
import type { ReleasedDefinitions, ReleasedHeading, ReleasedPlace, ReleasedTables } from './released-tables';

/** A release that was found, to be asked for its tables. */
export interface OpenRelease {
  readonly heading: ReleasedHeading;
  readonly definitions: ReleasedDefinitions;
  /** Those of the as-of month. */
  readonly areas: AreaMap;
  readonly question: ReleaseQuery;
  /** The places of a table that pass the filters of the question; what lies in an area that is filtered by passes too. */
  places(cube: ChosenCube['cube'], stage?: string): Promise<ReleasedPlace[]>;
}

/** @throws ProblemError where there is no such release of the chain (404), or no area of a filter (422) */
export async function openRelease(tables: ReleasedTables, question: ReleaseQuery): Promise<OpenRelease> {
  const found = await tables.find(question.release, question.chain);
  if (!found) throw new ProblemError({ code: 'figures.unknown-release', pointer: '/release' });
  const { heading, definitions } = found;
  const asOf = parseMonth(heading.asOf) ?? NaN;
  const hierarchy = { municipality: '', validFrom: heading.asOf, areas: definitions.areas };
  const areas = new AreaMap([hierarchy], asOf);
  const filters = { ...question.filters, area: areaFilter(question.filters.area, areas, asOf) };
  return {
    ...found,
    areas,
    question,
    places: async (cube, stage) =>
      (await tables.places(heading.id, cubeName(cube), stage)).filter(({ coordinates }) =>
        passes(coordinates, filters),
      ),
  };
}

/** What every answer from a release says of itself, apart from its figures. */
export function releasedHeading(
  { heading, definitions, areas, question }: OpenRelease,
  { cube, by }: ChosenCube,
): Pick<AnsweredFigure, 'query' | 'chain' | 'position' | 'areas' | 'coverage' | 'knownBefore' | 'release'> {
  const asOf = parseMonth(heading.asOf) ?? NaN;
  return {
    query: {
      ...question,
      by,
      asOf,
      boundaries: asOf,
      knownBefore: null,
      level: cube.level,
      dimension: 'last',
      minPosition: null,
    },
    chain: { id: heading.chain, position: heading.chainPosition, definition: definitions.chain },
    position: BigInt(heading.position),
    areas,
    coverage: heading.coverage && answeredCoverage(heading.coverage),
    knownBefore: new Date(heading.knownBefore),
    release: heading,
  };
}

/** The values of a place by which an answer is broken down. */
export function groupAt({ coordinates }: ReleasedPlace, by: ChosenCube['by']): Group {
  return Object.fromEntries(by.map((breakdown) => [breakdown, coordinates[breakdown]]));
}

function passes(coordinates: Group, filters: Filters): boolean {
  return BREAKDOWNS.every((breakdown) => {
    const wanted = filters[breakdown];
    return wanted === null || wanted.map(String).includes(String(coordinates[breakdown]));
  });
}
