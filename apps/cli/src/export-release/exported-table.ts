import { cubeNamed, type Coordinate, type PublishedCell } from '@lueckenlos/disclosure';

/** A count that was published, or one that was published as zero: there may be none, or a few. */
export type RowStatus = 'published' | 'zero-or-hidden';

/** One row of a table: where, what, how many. */
export interface ExportedRow {
  /** Values of the breakdowns, in the order of the table. */
  readonly at: readonly string[];
  readonly measure: string;
  readonly stage: string;
  readonly value: string;
  /** Null where the count was published as zero. */
  readonly n: number | null;
}

/** One table of a release, with a row for each place and each thing counted anywhere in it. */
export interface ExportedTable {
  /** As the release names it, such as `drop-offs:birthYear+area@stadtteil`. */
  readonly cube: string;
  /** Fit for a file. */
  readonly file: string;
  readonly breakdowns: readonly string[];
  readonly rows: readonly ExportedRow[];
}

export const statusOf = ({ n }: ExportedRow): RowStatus => (n === null ? 'zero-or-hidden' : 'published');

/** Lays out the cells of a table. Order: places, then what is counted, each as the release has them first. */
export function exportedTable(cube: string, cells: readonly PublishedCell[]): ExportedTable {
  const breakdowns = cubeNamed(cube).by;
  const places = new Map<string, string[]>();
  const counted = new Map<string, Pick<ExportedRow, 'measure' | 'stage' | 'value'>>();
  const counts = new Map<string, number>();
  for (const { by, measure, stage, value, n } of cells) {
    const at = breakdowns.map((breakdown) => textOf(by[breakdown]));
    const [place, what] = [JSON.stringify(at), JSON.stringify([measure, stage, value])];
    places.set(place, at);
    counted.set(what, { measure, stage, value });
    counts.set(place + what, n);
  }
  const inOrder = [...places].sort(([a], [b]) => (a < b ? -1 : 1));
  const rows = inOrder.flatMap(([place, at]) =>
    [...counted].map(([what, names]) => ({ at, ...names, n: counts.get(place + what) ?? null })),
  );
  return { cube, file: cube.replace(/[:+@]/g, '-'), breakdowns, rows };
}

function textOf(coordinate: Coordinate | undefined): string {
  return coordinate === undefined ? 'unknown' : String(coordinate);
}
