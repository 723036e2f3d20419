import type { CurvePart } from '@lueckenlos/chain';

export type CurveMeasure = 'since' | 'furthest';

/**
 * What a stratum is. By area the counts of Krefeld are nearly as many as by area and poverty risk; by poverty risk
 * alone they are a fraction, and hardly more than without any stratum.
 */
export type CurveCuboid = 'full' | 'poverty';

/** What is counted in a cell, whoever the children are. */
export interface Lane {
  readonly chain: string;
  readonly measure: CurveMeasure;
  /** The stage that time is counted from; with furthest stages the state. */
  readonly from: string;
  readonly cuboid: CurveCuboid;
  readonly part: CurvePart;
}

/** Names a lane. */
export function laneKey({ chain, measure, from, cuboid, part }: Lane): string {
  return JSON.stringify([chain, measure, from, cuboid, part]);
}
