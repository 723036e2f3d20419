import { eventId, type EventStore } from '@lueckenlos/event-store';
import type { StoredPartnerEvent } from '../stored/stored-partner-event';
import { isLinkType } from '../wire/event-types';

/**
 * Which of the parked records name a target that has meanwhile arrived in another case, or as a link: among the records
 * of their own case they seem to wait, but nothing can come any more.
 */
export async function unreachable(
  store: EventStore,
  parked: readonly StoredPartnerEvent[],
): Promise<Set<string>> {
  const targets = new Map(parked.map((stored) => [stored.id, eventId(stored.source, targetOf(stored))]));
  if (targets.size === 0) return new Set();
  const found = new Map((await store.findByIds([...targets.values()])).map((event) => [event.id, event]));
  const lost = parked.filter(({ id, stream }) => {
    const target = found.get(targets.get(id) ?? '');
    return target && (target.stream !== stream || isLinkType(target.type));
  });
  return new Set(lost.map(({ id }) => id));
}

function targetOf({ data }: StoredPartnerEvent): string {
  return String(data.corrects ?? data.retracts);
}
