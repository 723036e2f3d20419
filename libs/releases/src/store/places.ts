import type { PublishedCell, TrueCell } from '@lueckenlos/disclosure';

/** Values by measure, stage and value. */
export type Nested<T> = Record<string, Record<string, Record<string, T>>>;

/** Everything of one table at one place, such as one birth year in one area. */
export interface Place<T> {
  readonly coordinates: PublishedCell['by'];
  readonly values: Nested<T>;
}

/** Gathers the cells of one table by place. */
export function byPlace<C extends PublishedCell | TrueCell, T>(
  cells: readonly C[],
  read: (cell: C) => T,
): Place<T>[] {
  const places = new Map<string, Place<T>>();
  for (const cell of cells) {
    const { by, measure, stage, value } = cell;
    const key = placeName(by);
    const place = places.get(key) ?? { coordinates: by, values: {} };
    places.set(key, place);
    const stages = (place.values[measure] ??= {});
    (stages[stage] ??= {})[value] = read(cell);
  }
  return [...places.values()];
}

/** The cells of one table that {@link byPlace} has gathered. */
export function cellsOf(cube: string, places: readonly Place<number>[]): PublishedCell[] {
  return places.flatMap(({ coordinates: by, values }) =>
    Object.entries(values).flatMap(([measure, stages]) =>
      Object.entries(stages).flatMap(([stage, counts]) =>
        Object.entries(counts).map(([value, n]) => ({
          cube,
          by,
          measure: measure as PublishedCell['measure'],
          stage,
          value,
          n,
        })),
      ),
    ),
  );
}

/** One text for one place. */
export function placeName(by: PublishedCell['by']): string {
  return JSON.stringify(Object.entries(by).sort(([a], [b]) => (a < b ? -1 : 1)));
}
