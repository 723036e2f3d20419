import type { CaseHistory } from '@lueckenlos/chain';
import type { PoolClient } from 'pg';
import type { Schedulers } from '../definitions/chains-in-force';
import type { Aggregate, Gathered, Gathering } from './aggregate';

/** Gathers for several aggregates at once. */
export async function gatherAll(
  tx: PoolClient,
  aggregates: readonly Aggregate[],
  chains: Schedulers,
): Promise<Gathering> {
  const gatherings: Gathering[] = [];
  for (const aggregate of aggregates) gatherings.push(await aggregate.gather(tx, chains));
  return {
    add(before: readonly CaseHistory[], after: readonly CaseHistory[]): void {
      for (const gathering of gatherings) gathering.add(before, after);
    },
    get size(): number {
      return gatherings.reduce((sum, { size }) => sum + size, 0);
    },
    take(): Gathered {
      const taken = gatherings.map((gathering) => gathering.take());
      return async (writer) => {
        for (const write of taken) await write(writer);
      };
    },
  };
}
