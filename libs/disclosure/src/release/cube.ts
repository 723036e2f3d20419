/** What published tables may be broken down by. Stage is always a dimension. */
export const CUBE_DIMENSIONS = ['birthYear', 'schoolYear', 'area', 'povertyRisk'] as const;
export type CubeDimension = (typeof CUBE_DIMENSIONS)[number];

/**
 * What is counted in a table: the statuses of drop-off tables with their closed windows and scope; the next stages; or by stage and
 * quarter since birth who is at risk, reaches the stage or leaves.
 */
export const CUBE_KINDS = ['drop-offs', 'flows', 'life-tables'] as const;
export type CubeKind = (typeof CUBE_KINDS)[number];

/** One table of a release. The list of them is closed: each further one is a further view of the same children. */
export interface CubeDefinition {
  readonly kind: CubeKind;
  readonly by: readonly CubeDimension[];
  /** The kind of area that codes are summed up to; only with `area`. */
  readonly level: string | null;
}

/** Names a cube, such as `drop-offs:birthYear+area@stadtteil`. */
export function cubeName({ kind, by, level }: CubeDefinition): string {
  const dimensions = [...by]
    .sort((a, b) => CUBE_DIMENSIONS.indexOf(a) - CUBE_DIMENSIONS.indexOf(b))
    .map((dimension) => (dimension === 'area' && level !== null ? `area@${level}` : dimension));
  return `${kind}:${dimensions.join('+') || 'all'}`;
}

/** Reads a name that {@link cubeName} has written. */
export function cubeNamed(name: string): CubeDefinition {
  const [kind = '', dimensions = ''] = name.split(':');
  const parts = dimensions === 'all' ? [] : dimensions.split('+').map((part) => part.split('@'));
  return {
    kind: kind as CubeKind,
    by: parts.map(([dimension]) => dimension as CubeDimension),
    level: parts.find(([, level]) => level !== undefined)?.[1] ?? null,
  };
}

/**
 * The cube on the list that is nearest to one that was asked for: of the same kind, with as many of its dimensions and as few
 * others as there are. The first on the list wins a tie.
 */
export function nearestCube(list: readonly CubeDefinition[], wanted: CubeDefinition): CubeDefinition | null {
  const distance = (cube: CubeDefinition): number =>
    [...new Set([...cube.by, ...wanted.by])].filter((d) => !(cube.by.includes(d) && wanted.by.includes(d)))
      .length + (cube.level === wanted.level ? 0 : 0.5);
  const same = list.filter(({ kind }) => kind === wanted.kind);
  return same.reduce<CubeDefinition | null>(
    (best, cube) => (best === null || distance(cube) < distance(best) ? cube : best),
    null,
  );
}
