/**
 * Adds or takes away the record key of a case: the key of a cell is the sum of its cases' keys modulo 2^64. Whole numbers,
 * because a sum of fractions would depend on its order.
 */
export function addToKey(cellKey: bigint, key: bigint, times: 1 | -1 = 1): bigint {
  return BigInt.asUintN(64, times === 1 ? cellKey + key : cellKey - key);
}

export function cellKey(recordKeys: Iterable<bigint>): bigint {
  let sum = 0n;
  for (const key of recordKeys) sum = addToKey(sum, key);
  return sum;
}
