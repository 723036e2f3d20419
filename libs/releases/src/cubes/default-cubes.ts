import type { CubeDefinition, CubeDimension, CubeKind } from '@lueckenlos/disclosure';

/**
 * The closed list of tables of a release. Pairs are as far as it goes: with three dimensions most cells hold fewer children
 * than the noise can hide.
 * @param levels the kinds of areas in the as-of month
 */
export function defaultCubes(levels: readonly string[]): CubeDefinition[] {
  const cube = (
    kind: CubeKind,
    by: readonly CubeDimension[],
    level: string | null = null,
  ): CubeDefinition => ({
    kind,
    by,
    level,
  });
  const atLevels = (kind: CubeKind, by: readonly CubeDimension[]): CubeDefinition[] =>
    levels.map((level) => cube(kind, by, level));
  return [
    cube('drop-offs', []),
    cube('drop-offs', ['birthYear']),
    cube('drop-offs', ['schoolYear']),
    cube('drop-offs', ['povertyRisk']),
    ...atLevels('drop-offs', ['area']),
    cube('drop-offs', ['birthYear', 'povertyRisk']),
    ...atLevels('drop-offs', ['birthYear', 'area']),
    ...atLevels('drop-offs', ['area', 'povertyRisk']),
    cube('flows', []),
    cube('flows', ['birthYear']),
    cube('flows', ['povertyRisk']),
    ...atLevels('flows', ['area']),
    cube('life-tables', []),
    cube('life-tables', ['birthYear']),
    cube('life-tables', ['povertyRisk']),
    ...atLevels('life-tables', ['area']),
  ];
}
