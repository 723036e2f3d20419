import type { Cell, Dimension } from '@lueckenlos/chain';

/**
 * The cuboids of the data cube that are kept: the finest, and the coarse ones that most questions need, whose
 * size does not grow with the number of cases.
 */
export const CUBOIDS = ['full', 'cohort', 'area', 'poverty'] as const;
export type Cuboid = (typeof CUBOIDS)[number];

/** A cell of one cuboid of one chain; what the cuboid sums over is null. */
export interface CuboidCell extends Cell {
  readonly chain: string;
  readonly dimension: Dimension;
  readonly cuboid: Cuboid;
}

/** The cells, one in each cuboid, that a case in a cell is counted in. */
export function cuboidCells(chain: string, dimension: Dimension, cell: Cell): CuboidCell[] {
  const { birthYear, schoolYear, area, povertyRisk } = cell;
  const none = { chain, dimension, birthYear: null, schoolYear: null, area: null, povertyRisk: null };
  const cells: CuboidCell[] = [
    { ...none, cuboid: 'full', birthYear, schoolYear, area, povertyRisk },
    { ...none, cuboid: 'area', area },
    { ...none, cuboid: 'poverty', povertyRisk },
  ];
  // First and last known values differ in no cohort: 'first' holds differences only.
  if (dimension === 'last') cells.push({ ...none, cuboid: 'cohort', birthYear, schoolYear });
  return cells;
}

/** Names a cell. */
export function cellKey({
  chain,
  dimension,
  cuboid,
  birthYear,
  schoolYear,
  area,
  povertyRisk,
}: CuboidCell): string {
  return JSON.stringify([chain, cuboid, dimension, birthYear, schoolYear, area, povertyRisk]);
}
