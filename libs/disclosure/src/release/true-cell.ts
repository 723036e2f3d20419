import type { Cell, ConfirmedObservation } from '@lueckenlos/chain';
import type { CubeDefinition, CubeDimension } from './cube';

export type Coordinate = string | number | boolean;

/** What life tables count in a quarter: who is at risk in it, and how many of them reach the stage, move away or die first. */
export const LIFE_TABLE_MEASURES = ['at-risk', 'events', 'moved-out', 'died'] as const;
export type LifeTableMeasure = (typeof LIFE_TABLE_MEASURES)[number];

/** One count of one table, as it truly is. Never shown to anybody but the statistics unit and in an audit. */
export interface TrueCell {
  readonly cube: string;
  readonly by: Readonly<Partial<Record<CubeDimension, Coordinate>>>;
  readonly measure: ConfirmedObservation['measure'] | LifeTableMeasure;
  readonly stage: string;
  /**
   * A value of the measure; `closed` is the base of the share reached: every closed window. In life tables the last month of the
   * quarter, since birth.
   */
  readonly value: string;
  readonly n: number;
  /** The sum of the record keys of the cases counted. */
  readonly key: bigint;
}

/** Says in which area of a level a recorded code lies; null where in none. */
export type AreaAt = (code: string, level: string) => string | null;

/** Where a case is counted in a table. */
export function coordinatesOf(cell: Cell, { by, level }: CubeDefinition, areaAt: AreaAt): TrueCell['by'] {
  const { area } = cell;
  const summed = { ...cell, area: area !== null && level !== null ? areaAt(area, level) : area };
  return Object.fromEntries([...by].sort().map((dimension) => [dimension, summed[dimension] ?? 'unknown']));
}
