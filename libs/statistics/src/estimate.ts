/** An estimated probability at one point, with its 95 % band. Numbers are finite; what is undefined is null. */
export interface Estimate {
  readonly value: number;
  /** Standard error of the value itself, not of its logarithm. 0 where the value is 0 or 1: then it says nothing. */
  readonly stdErr: number;
  /** Pointwise limits; null where the value is 0 or 1, because no transformation reaches these. */
  readonly lower: number | null;
  readonly upper: number | null;
}

/** Of an event: the incidence where survival is given, survival where the incidence is given. */
export function complementOf({ value, stdErr, lower, upper }: Estimate): Estimate {
  return {
    value: 1 - value,
    stdErr,
    lower: upper === null ? null : 1 - upper,
    upper: lower === null ? null : 1 - lower,
  };
}
