import { cubeName, cubeNamed, nearestCube, type CubeDefinition, type CubeKind } from '@lueckenlos/disclosure';
import { ProblemError } from '@lueckenlos/platform';
import { BREAKDOWNS, type FigureQuery } from '../query/figure-query';

/** Which table of a release answers a question. */
export interface ChosenCube {
  readonly cube: CubeDefinition;
  /** All that its rows are broken down by, in the order of the question; a dimension that is only filtered by comes last. */
  readonly by: FigureQuery['by'];
}

/**
 * The published table with just the dimensions that a question breaks down by or filters by. Published counts don't add up, so
 * no other table will do.
 * @throws ProblemError (422) naming the nearest one, ready to be asked for
 */
export function chooseCube(
  kind: CubeKind,
  { by, filters, level }: Pick<FigureQuery, 'by' | 'filters' | 'level'>,
  published: readonly string[],
): ChosenCube {
  const filtered = BREAKDOWNS.filter((breakdown) => filters[breakdown] !== null && !by.includes(breakdown));
  const all = [...by, ...filtered];
  const list = published.map(cubeNamed);
  const wanted: CubeDefinition = {
    kind,
    by: all,
    level: all.includes('area') ? (level ?? finest(list)) : null,
  };
  if (published.includes(cubeName(wanted))) return { cube: wanted, by: all };
  const nearest = nearestCube(list, wanted);
  throw new ProblemError({
    code: 'figures.table-not-published',
    pointer: '/by',
    params: {
      nearest: nearest ? questionFor(nearest) : '–',
      known: list.filter((cube) => cube.kind === kind).map(questionFor),
    },
  });
}

/** Levels are listed from the town down. */
function finest(list: readonly CubeDefinition[]): string | null {
  return list.findLast(({ level }) => level !== null)?.level ?? null;
}

function questionFor({ by, level }: CubeDefinition): string {
  const parameters = [
    ...(by.length > 0 ? [`by=${by.join(',')}`] : []),
    ...(level === null ? [] : [`level=${level}`]),
  ];
  return parameters.join('&') || 'by=';
}
