import { eventId, type EventStore } from '@lueckenlos/event-store';
import type { StoredPartnerEvent } from '../stored/stored-partner-event';

/**
 * Which of the parked records name a target that has meanwhile arrived in another case: within their own case they
 * seem to wait, but nothing can come any more.
 */
export async function unreachable(
  store: EventStore,
  parked: readonly StoredPartnerEvent[],
): Promise<Set<string>> {
  const targets = new Map(parked.map((stored) => [stored.id, eventId(stored.source, targetOf(stored))]));
  if (targets.size === 0) return new Set();
  const found = new Map((await store.findByIds([...targets.values()])).map(({ id, stream }) => [id, stream]));
  const elsewhere = parked.filter(({ id, stream }) => {
    const place = found.get(targets.get(id) ?? '');
    return place !== undefined && place !== stream;
  });
  return new Set(elsewhere.map(({ id }) => id));
}

function targetOf({ data }: StoredPartnerEvent): string {
  return String(data.corrects ?? data.retracts);
}
