import { cubeName, cubeNamed, nearestCube, type CubeDefinition, type CubeKind } from '@lueckenlos/disclosure';
import { ProblemError } from '@lueckenlos/platform';
import type { AreaMap } from '../areas/area-map';
import { BREAKDOWNS, UNKNOWN, type FigureQuery } from '../query/figure-query';
import type { ReleasedHeading } from './released-tables';

/** Which table of a release answers a question. */
export interface ChosenCube {
  readonly cube: CubeDefinition;
  /** All that its rows are broken down by, in the order of the question; a dimension that is only filtered by comes last. */
  readonly by: FigureQuery['by'];
}

type Question = Pick<FigureQuery, 'by' | 'filters' | 'level'>;

/** A release, by what it has tables of. */
interface Published {
  readonly heading: Pick<ReleasedHeading, 'cubes'>;
  readonly areas: AreaMap;
}

/**
 * The published table with just the dimensions that a question breaks down by or filters by. Published counts don't add up, so
 * no other table will do.
 * @throws ProblemError (422) naming the nearest one, ready to be asked for
 */
export function chooseCube(kind: CubeKind, question: Question, release: Published): ChosenCube {
  const found = findCube(kind, question, release);
  if (found) return found;
  const wanted = wantedCube(kind, question, release);
  const mixed = mixedArea(wanted, question, release);
  const list = release.heading.cubes.map(cubeNamed);
  const level = mixed === undefined ? wanted.level : release.areas.levelOf(mixed);
  const nearest = nearestCube(list, { ...wanted, level });
  throw new ProblemError({
    code: 'figures.table-not-published',
    pointer: mixed === undefined ? '/by' : '/level',
    params: {
      nearest: nearest ? questionFor(nearest) : '–',
      known: list.filter((cube) => cube.kind === kind).map(questionFor),
    },
  });
}

/** The same table; null where it is not published. */
export function findCube(kind: CubeKind, question: Question, release: Published): ChosenCube | null {
  const cube = wantedCube(kind, question, release);
  const isThere = release.heading.cubes.includes(cubeName(cube));
  return isThere && mixedArea(cube, question, release) === undefined ? { cube, by: cube.by } : null;
}

function wantedCube(kind: CubeKind, question: Question, release: Published): CubeDefinition {
  const { by, filters } = question;
  const filtered = BREAKDOWNS.filter((breakdown) => filters[breakdown] !== null && !by.includes(breakdown));
  const all = [...by, ...filtered];
  return { kind, by: all, level: all.includes('area') ? levelFor(question, release) : null };
}

/** Areas that are only filtered by are shown as they are asked for, if they are of one level; else parts of them are. */
function levelFor({ by, filters, level }: Question, { heading, areas }: Published): string | null {
  if (filters.area && !by.includes('area')) {
    const [only, ...others] = new Set(filters.area.map((code) => areas.levelOf(code)));
    if (only && others.length === 0) return only;
  }
  return level ?? finest(heading.cubes.map(cubeNamed));
}

/** Levels are listed from the town down. */
function finest(list: readonly CubeDefinition[]): string | null {
  return list.findLast(({ level }) => level !== null)?.level ?? null;
}

/** An area of the filter which a table mixes with others, because it lies below the areas of the table. */
function mixedArea(
  { level }: CubeDefinition,
  { filters }: Question,
  { areas }: Published,
): string | undefined {
  const isApart = (code: string): boolean =>
    areas.withDescendants(code).some((one) => areas.levelOf(one) === level);
  return filters.area?.find((code) => code !== UNKNOWN && !isApart(code));
}

function questionFor({ by, level }: CubeDefinition): string {
  const parameters = [
    ...(by.length > 0 ? [`by=${by.join(',')}`] : []),
    ...(level === null ? [] : [`level=${level}`]),
  ];
  return parameters.join('&') || 'by=';
}
