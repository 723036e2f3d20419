import type { CubeKind } from '@lueckenlos/disclosure';
import type { AnsweredFigure } from '../cube/figure';
import { compareGroups, type GroupCounts } from '../cube/group-table';
import type { FigureQuery } from '../query/figure-query';
import { chooseCube, findCube } from './choose-cube';
import { groupAt, releasedHeading, type OpenRelease } from './open-release';
import type { ReleasedPlace } from './released-tables';

/**
 * Answers from the cells of a release: published counts and nothing else.
 * @throws ProblemError where it has no such table
 */
export async function protectedFigure(release: OpenRelease, kind: CubeKind): Promise<AnsweredFigure> {
  const chosen = chooseCube(kind, release.question, release);
  const { by } = chosen;
  const groups = (await release.places(chosen.cube))
    .map((place) => countsAt(place, by))
    .sort((a, b) => compareGroups(a.group, b.group, by));
  return { ...releasedHeading(release, chosen), groups, scopeGroups: await scopeGroups(release) };
}

/** The scope is published with every drop-off table: that with the dimensions that are filtered by has it at one place. */
async function scopeGroups(release: OpenRelease): Promise<GroupCounts[] | null> {
  const chosen = findCube('drop-offs', { ...release.question, by: [] }, release);
  if (!chosen) return null;
  const found = await release.places(chosen.cube);
  return found.length === 1 ? found.map((place) => countsAt(place, [])) : null;
}

/** The counts at one place of a table. */
export function countsAt(place: ReleasedPlace, by: FigureQuery['by']): GroupCounts {
  const { values } = place;
  const countsAt: GroupCounts['countsAt'] = (measure, stage) => {
    const counts = values[measure]?.[stage];
    return (value) => counts?.[value] ?? 0;
  };
  return {
    group: groupAt(place, by),
    count: (measure, stage, value) => countsAt(measure, stage)(value),
    countsAt,
    values: (measure, stage) => Object.entries(values[measure]?.[stage] ?? {}),
  };
}
