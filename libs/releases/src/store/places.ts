import { cubeNamed, type PublishedCell, type TrueCell } from '@lueckenlos/disclosure';

/** Values by measure, stage and value. */
export type Nested<T> = Record<string, Record<string, Record<string, T>>>;

/** Everything of one table at one place, such as one birth year in one area. */
export interface Place<T> {
  readonly coordinates: PublishedCell['by'];
  readonly values: Nested<T>;
}

/** A place as it is stored. Life tables are long: each stage of them is stored apart, to be read alone. */
export interface StoredPlace<T> extends Place<T> {
  /** Unique within the table. */
  readonly name: string;
  /** Null where all stages are stored together. */
  readonly stage: string | null;
}

/** Gathers the cells of one table by place. */
export function byPlace<C extends PublishedCell | TrueCell, T>(
  cells: readonly C[],
  read: (cell: C) => T,
): StoredPlace<T>[] {
  const places = new Map<string, StoredPlace<T>>();
  for (const cell of cells) {
    const { by, measure, stage, value } = cell;
    const apart = cubeNamed(cell.cube).kind === 'life-tables' ? stage : null;
    const name = apart === null ? placeName(by) : `${placeName(by)} ${apart}`;
    const place = places.get(name) ?? { name, stage: apart, coordinates: by, values: {} };
    places.set(name, place);
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
function placeName(by: PublishedCell['by']): string {
  return JSON.stringify(Object.entries(by).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Brings together the places whose stages are stored apart. */
export function merged<T>(places: readonly Place<T>[]): Place<T>[] {
  const whole = new Map<string, Place<T>>();
  for (const { coordinates, values } of places) {
    const name = placeName(coordinates);
    const place = whole.get(name) ?? { coordinates, values: {} };
    whole.set(name, place);
    for (const [measure, stages] of Object.entries(values)) {
      place.values[measure] = { ...place.values[measure], ...stages };
    }
  }
  return [...whole.values()];
}
