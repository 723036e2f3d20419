/** One more than the greatest 64-bit key. */
export const KEY_RANGE = 2n ** 64n;

/**
 * Upper bounds of the key intervals of a row, as whole numbers: round(cumulative probability · 2^64), the last one 2^64.
 * Whole numbers, because the comparison with a key must come out the same on every machine.
 */
export function thresholdsOf(probabilities: readonly number[]): bigint[] {
  let cumulative = 0;
  return probabilities.map((probability, place) => {
    cumulative += probability;
    // Scaling by a power of two is exact.
    return place === probabilities.length - 1
      ? KEY_RANGE
      : BigInt(Math.round(Math.min(cumulative, 1) * 2 ** 64));
  });
}
