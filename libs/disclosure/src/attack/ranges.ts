/** What an attacker knows of many counts: the least and the greatest possible value of each. Changed in place. */
export interface Ranges {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** A count that is the sum of others. */
export interface Sum {
  readonly total: number;
  readonly parts: readonly number[];
}

/** A count that is greater than another by at least one. */
export interface Excess {
  readonly more: number;
  readonly less: number;
}

const ROUNDS = 50;

/**
 * Narrows ranges by what must add up, until nothing changes any more: a part is what the total leaves of the others, a total lies
 * between the sums of its parts' ends. Cheap, and valid for whatever a solver finds afterwards.
 */
export function tighten(ranges: Ranges, sums: readonly Sum[], excesses: readonly Excess[]): void {
  for (let round = 0, narrowed = true; narrowed && round < ROUNDS; round++) {
    narrowed = false;
    for (const { more, less } of excesses) {
      narrowed = atLeast(ranges, more, (ranges.low[less] ?? 0) + 1) || narrowed;
      narrowed = atMost(ranges, less, (ranges.high[more] ?? 0) - 1) || narrowed;
    }
    for (const sum of sums) narrowed = tightenSum(ranges, sum) || narrowed;
  }
}

function tightenSum(ranges: Ranges, { total, parts }: Sum): boolean {
  const { low, high } = ranges;
  let [least, most] = [0, 0];
  for (const part of parts) {
    least += low[part] ?? 0;
    most += high[part] ?? 0;
  }
  let narrowed = atLeast(ranges, total, least);
  narrowed = atMost(ranges, total, most) || narrowed;
  const [from, to] = [low[total] ?? 0, high[total] ?? 0];
  for (const part of parts) {
    const [lowest, highest] = [low[part] ?? 0, high[part] ?? 0];
    narrowed = atLeast(ranges, part, from - (most - highest)) || narrowed;
    narrowed = atMost(ranges, part, to - (least - lowest)) || narrowed;
  }
  return narrowed;
}

function atLeast({ low }: Ranges, index: number, bound: number): boolean {
  if (!(bound > (low[index] ?? 0))) return false;
  low[index] = bound;
  return true;
}

function atMost({ high }: Ranges, index: number, bound: number): boolean {
  if (!(bound < (high[index] ?? 0))) return false;
  high[index] = bound;
  return true;
}
