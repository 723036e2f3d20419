import type { AppendedEvent, EventStore, NewEvent } from '@lueckenlos/event-store';
import { streamOfEvent } from '../stored/stored-partner-event';
import { newEvent, type Delivery } from './new-event';
import type { Acceptance } from './verdict';

/** Stores the accepted rows in one append, those of a case in their order. Answers by event id. */
export async function appendRows(
  store: EventStore,
  accepted: readonly Acceptance[],
  delivery: Delivery,
): Promise<Map<string, AppendedEvent>> {
  if (accepted.length === 0) return new Map();
  const streams = new Map<string, NewEvent[]>();
  for (const acceptance of accepted) {
    const stream = streamOfEvent(acceptance.row.event, delivery.agency);
    const events = streams.get(stream);
    if (events) events.push(newEvent(acceptance, delivery));
    else streams.set(stream, [newEvent(acceptance, delivery)]);
  }
  const appends = [...streams].map(([stream, events]) => ({ stream, expected: 'any' as const, events }));
  const appended = await store.append(appends, delivery.now);
  return new Map(appended.map((event) => [event.id, event]));
}
