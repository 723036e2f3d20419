/** For each stage the later stages that curves lead to. */
export type StagePairs = ReadonlyMap<string, ReadonlySet<string>>;

/** The pairs of stages in an order. */
export function pairsInOrder(order: readonly string[]): StagePairs {
  return new Map(order.map((from, place) => [from, new Set(order.slice(place + 1))]));
}
