import { eventId, type EventStore, type StoredEvent } from '@lueckenlos/event-store';
import { isStoredPartnerEvent, type StoredPartnerEvent } from '../stored/stored-partner-event';
import { isCaseType } from '../wire/event-types';

/**
 * Which of the parked records name a target that has meanwhile arrived in another case, or can't be corrected: among the records
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
    return target && (target.stream !== stream || !isCorrectable(target));
  });
  return new Set(lost.map(({ id }) => id));
}

function targetOf({ data }: StoredPartnerEvent): string {
  return String(data.corrects ?? data.retracts);
}

function isCorrectable(target: StoredEvent): boolean {
  return isStoredPartnerEvent(target) && isCaseType(target.type);
}
