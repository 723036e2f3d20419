/** An estimated probability at one point, with its 95 % band. Numbers are finite; what is undefined is null. */
export interface Estimate {
  readonly value: number;
  /** Standard error of the value itself, not of its logarithm. 0 where the value is 0 or 1: then it says nothing. */
  readonly stdErr: number;
  /** Pointwise limits; null where the value is 0 or 1, because no transformation reaches these. */
  readonly lower: number | null;
  readonly upper: number | null;
}
