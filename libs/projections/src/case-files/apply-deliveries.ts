import { historiesOf } from '@lueckenlos/chain';
import type { PoolClient } from 'pg';
import { DIFFERENCES, type Aggregate, type Gathering } from '../aggregates/aggregate';
import { gatherAll } from '../aggregates/gather-all';
import { schedulersInForce } from '../definitions/chains-in-force';
import { loadFiles, saveFiles } from './case-file-store';
import type { Delivered, GatheredDeliveries } from './gathered-deliveries';
import { casesOf, joinFiles } from './join-files';

/** Files what was delivered: each touched family is folded anew, and the differences go to the aggregates. */
export async function applyDeliveries(
  tx: PoolClient,
  arrived: GatheredDeliveries,
  aggregates: readonly Aggregate[],
): Promise<void> {
  const gathering = await gatherAll(tx, aggregates, await schedulersInForce(tx));
  for (const portion of arrived.portions()) {
    await applyPortion(tx, portion, gathering);
    if (gathering.size >= DIFFERENCES) await gathering.take()(tx);
  }
  await gathering.take()(tx);
}

async function applyPortion(tx: PoolClient, arrived: Delivered, gathering: Gathering): Promise<void> {
  const changed = joinFiles(await loadFiles(tx, casesOf(arrived)), arrived);
  for (const { before, after } of changed) {
    gathering.add(
      before.flatMap((file) => historiesOf(file)),
      historiesOf(after),
    );
  }
  await saveFiles(
    tx,
    changed.map(({ after }) => after),
  );
}
