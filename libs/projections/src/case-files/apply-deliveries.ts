import { historiesOf, type FiledDelivery } from '@lueckenlos/chain';
import type { StoredEvent } from '@lueckenlos/event-store';
import type { PoolClient } from 'pg';
import type { Aggregate, Gathering } from '../aggregates/aggregate';
import { gatherAll } from '../aggregates/gather-all';
import { schedulersInForce } from '../definitions/chains-in-force';
import { loadFiles, saveFiles } from './case-file-store';
import { readDelivery } from './delivered';
import { joinFiles, type Delivered } from './join-files';

/** Cases held in memory at once: a page may touch many thousands, each with dozens of records. */
const CASES = 1_000;

/** Files what partners delivered: each touched family is folded anew, and the differences go to the aggregates. */
export async function applyDeliveries(
  tx: PoolClient,
  events: readonly StoredEvent[],
  aggregates: readonly Aggregate[],
): Promise<void> {
  const arrived = [...byCase(events)];
  const gathering = await gatherAll(tx, aggregates, await schedulersInForce(tx));
  for (let start = 0; start < arrived.length; start += CASES) {
    await file(tx, new Map(arrived.slice(start, start + CASES)), gathering);
  }
  await gathering.write(tx);
}

async function file(tx: PoolClient, arrived: Delivered, gathering: Gathering): Promise<void> {
  const stored = await loadFiles(tx, concerned(arrived));
  const changed = joinFiles(stored, arrived);
  for (const { before, after } of changed) {
    gathering.add(
      before.flatMap((one) => historiesOf(one)),
      historiesOf(after),
    );
  }
  await saveFiles(
    tx,
    changed.map(({ after }) => after),
  );
}

/** A link concerns the other case as well. */
function concerned(arrived: Delivered): string[] {
  const ids = new Set(arrived.keys());
  for (const deliveries of arrived.values()) {
    for (const delivery of deliveries) if ('other' in delivery) ids.add(delivery.other);
  }
  return [...ids];
}

function byCase(events: readonly StoredEvent[]): Map<string, FiledDelivery[]> {
  const cases = new Map<string, FiledDelivery[]>();
  for (const event of events) {
    const { caseId, delivery } = readDelivery(event);
    const deliveries = cases.get(caseId);
    if (deliveries) deliveries.push(delivery);
    else cases.set(caseId, [delivery]);
  }
  return cases;
}
