import type { Dimension, Month } from '@lueckenlos/chain';

/** What a figure may be broken down by. */
export const BREAKDOWNS = ['birthYear', 'schoolYear', 'area', 'povertyRisk'] as const;
export type Breakdown = (typeof BREAKDOWNS)[number];

export const FORMATS = ['json', 'csv', 'json-stat'] as const;
export type Format = (typeof FORMATS)[number];

/** How an unknown value of a dimension is written. */
export const UNKNOWN = 'unknown';

/** Values to keep; null keeps all. */
export interface Filters {
  readonly birthYear: readonly number[] | null;
  readonly schoolYear: readonly number[] | null;
  readonly area: readonly string[] | null;
  /** `true`, `false`, `unknown`. */
  readonly povertyRisk: readonly string[] | null;
}

/** A question for exact figures. */
export interface FigureQuery {
  readonly chain: string;
  /** The figure as if this version alone held for every birth; absent: by the versions in force. */
  readonly chainVersion?: number;
  readonly asOf: Month;
  /** Records known at or after it don't count; null is everything up to the answer's position. */
  readonly knownBefore: Date | null;
  /** Records after this position of the log don't count either. */
  readonly upTo?: number;
  readonly by: readonly Breakdown[];
  readonly filters: Filters;
  /** The area level to sum up to; null leaves the codes as recorded. */
  readonly level: string | null;
  /** The month whose area hierarchy counts: for levels, and for what lies in an area. */
  readonly boundaries: Month;
  readonly dimension: Dimension;
  /** The answer must include the effects of everything up to here. */
  readonly minPosition: bigint | null;
}
