import type { PublishedCell } from '@lueckenlos/disclosure';

/** A cell that came out otherwise. A cell that is absent counts 0. */
export interface CellDifference extends Omit<PublishedCell, 'n'> {
  readonly published: number;
  readonly replayed: number;
}

/** Compares cell by cell, whatever the order. */
export function differingCells(
  published: readonly PublishedCell[],
  replayed: readonly PublishedCell[],
): CellDifference[] {
  const cells = new Map<string, CellDifference>();
  for (const { n, ...cell } of published) cells.set(nameOf(cell), { ...cell, published: n, replayed: 0 });
  for (const { n, ...cell } of replayed) {
    const name = nameOf(cell);
    cells.set(name, { ...cell, published: cells.get(name)?.published ?? 0, replayed: n });
  }
  return [...cells.values()].filter((cell) => cell.published !== cell.replayed);
}

function nameOf({ cube, by, measure, stage, value }: Omit<PublishedCell, 'n'>): string {
  const places = Object.entries(by).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([cube, places, measure, stage, value]);
}
