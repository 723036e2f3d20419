import { cubeName, type CubeKind } from '@lueckenlos/disclosure';
import { parseMonth } from '@lueckenlos/chain';
import { ProblemError } from '@lueckenlos/platform';
import { AreaMap } from '../areas/area-map';
import type { AnsweredFigure } from '../cube/figure';
import { compareGroups, type Group, type GroupCounts } from '../cube/group-table';
import { BREAKDOWNS, type FigureQuery, type Filters } from '../query/figure-query';
import type { ReleaseQuery } from '../query/release-query';
import { answeredCoverage } from '../source-coverage/coverage-answer';
import { chooseCube } from './choose-cube';
import type { ReleasedHeading, ReleasedPlace, ReleasedTables } from './released-tables';

/**
 * Answers from the cells of a release: published counts and nothing else.
 * @throws ProblemError where there is no such release, or no such table in it
 */
export async function protectedFigure(
  tables: ReleasedTables,
  kind: CubeKind,
  question: ReleaseQuery,
): Promise<AnsweredFigure> {
  const found = await tables.find(question.release, question.chain);
  if (!found) throw new ProblemError({ code: 'figures.unknown-release', pointer: '/release' });
  const { heading, definitions } = found;
  const { cube, by } = chooseCube(kind, question, heading.cubes);
  const places = await tables.places(heading.id, cubeName(cube));
  const asOf = parseMonth(heading.asOf) ?? NaN;
  const hierarchy = { municipality: '', validFrom: heading.asOf, areas: definitions.areas };
  const groups = places
    .filter(({ coordinates }) => passes(coordinates, question.filters))
    .map((place) => countsAt(place, by))
    .sort((a, b) => compareGroups(a.group, b.group, by));
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
    areas: new AreaMap([hierarchy], asOf),
    groups,
    coverage: heading.coverage && answeredCoverage(heading.coverage),
    scopeGroups: await scopeGroups(tables, heading, question),
    knownBefore: new Date(heading.knownBefore),
    release: heading,
  };
}

/** The scope is published with every drop-off table: that with the dimensions that are filtered by has it at one place. */
async function scopeGroups(
  tables: ReleasedTables,
  { id, cubes }: ReleasedHeading,
  { filters, level }: ReleaseQuery,
): Promise<GroupCounts[] | null> {
  const by = BREAKDOWNS.filter((breakdown) => filters[breakdown] !== null);
  const table = cubeName({ kind: 'drop-offs', by, level: by.includes('area') ? level : null });
  if (!cubes.includes(table)) return null;
  const found = (await tables.places(id, table)).filter(({ coordinates }) => passes(coordinates, filters));
  return found.length === 1 ? found.map((place) => countsAt(place, [])) : null;
}

function countsAt({ coordinates, values }: ReleasedPlace, by: FigureQuery['by']): GroupCounts {
  const group: Group = Object.fromEntries(by.map((breakdown) => [breakdown, coordinates[breakdown]]));
  return {
    group,
    count: (measure, stage, value) => values[measure]?.[stage]?.[value] ?? 0,
    values: (measure, stage) => Object.entries(values[measure]?.[stage] ?? {}),
  };
}

function passes(coordinates: Group, filters: Filters): boolean {
  return BREAKDOWNS.every((breakdown) => {
    const wanted = filters[breakdown];
    return wanted === null || wanted.map(String).includes(String(coordinates[breakdown]));
  });
}
