import type { ChainBody } from '../definition/chain-definition';
import { stagesInOrder } from '../definition/stages-in-order';

/** For each stage the later stages that curves lead to. */
export type StagePairs = ReadonlyMap<string, ReadonlySet<string>>;

/** The pairs of stages of some chains, each in the order of a chain. */
export function stagePairs(chains: Iterable<ChainBody>): StagePairs {
  const pairs = new Map<string, Set<string>>();
  for (const chain of chains) {
    const ids = stagesInOrder(chain).map(({ id }) => id);
    for (const [place, from] of ids.entries()) {
      const targets = pairs.get(from) ?? new Set();
      pairs.set(from, targets);
      for (const to of ids.slice(place + 1)) targets.add(to);
    }
  }
  return pairs;
}
