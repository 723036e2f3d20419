/** A dimension of a JSON-stat dataset: its categories by id, in order, with their labels. */
export interface StatDimension {
  readonly id: string;
  readonly label: string;
  readonly categories: ReadonlyMap<string, string>;
  readonly role?: 'time' | 'geo' | 'metric';
}

export interface StatCell {
  /** The id of a category of each dimension, in their order. */
  readonly at: readonly string[];
  /** Null where it is not shown; `status` says why. */
  readonly value: number | null;
  /** What is to be known about the value. */
  readonly status?: string;
}

/** A dataset of JSON-stat 2.0 (https://json-stat.org/full/). Cells that are not given are zero and left out. */
export function toJsonStat(
  label: string,
  dimensions: readonly StatDimension[],
  cells: Iterable<StatCell>,
  extension: object,
): object {
  const places = dimensions.map(({ categories }) => new Map([...categories.keys()].map((id, i) => [id, i])));
  const value: Record<string, number> = {};
  const status: Record<string, string> = {};
  for (const cell of cells) {
    const place = placeOf(cell.at, places);
    if (cell.value !== null) value[place] = cell.value;
    if (cell.status !== undefined) status[place] = cell.status;
  }
  return {
    version: '2.0',
    class: 'dataset',
    label,
    id: dimensions.map(({ id }) => id),
    size: dimensions.map(({ categories }) => categories.size),
    role: rolesOf(dimensions),
    dimension: Object.fromEntries(dimensions.map((dimension) => [dimension.id, describe(dimension)])),
    value,
    ...(Object.keys(status).length === 0 ? {} : { status }),
    extension,
  };
}

/** Row-major: the last dimension changes fastest. */
function placeOf(at: readonly string[], places: readonly ReadonlyMap<string, number>[]): number {
  return places.reduce((sum, categories, i) => sum * categories.size + (categories.get(at[i] ?? '') ?? 0), 0);
}

function rolesOf(dimensions: readonly StatDimension[]): Record<string, string[]> {
  const roles: Record<string, string[]> = {};
  for (const { id, role } of dimensions) if (role) (roles[role] ??= []).push(id);
  return roles;
}

function describe({ label, categories }: StatDimension): object {
  return { label, category: { index: [...categories.keys()], label: Object.fromEntries(categories) } };
}
