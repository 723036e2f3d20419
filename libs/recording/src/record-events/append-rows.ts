import type { AppendedEvent, EventStore, ExpectedRevision, NewEvent } from '@lueckenlos/event-store';
import { streamOfEvent } from '../stored/stored-partner-event';
import { newEvent, type Delivery } from './new-event';
import type { Acceptance } from './verdict';

/** Events by the case that they are about, those of a case in their order; null: about the agency itself. */
export type EventsByCase = ReadonlyMap<string | null, readonly NewEvent[]>;

/** By event id. */
export type Appended = ReadonlyMap<string, AppendedEvent>;

export function eventsByCase(accepted: readonly Acceptance[], delivery: Delivery): EventsByCase {
  const cases = new Map<string | null, NewEvent[]>();
  for (const acceptance of accepted) {
    const { subject } = acceptance.row.event;
    const events = cases.get(subject);
    if (events) events.push(newEvent(acceptance, delivery));
    else cases.set(subject, [newEvent(acceptance, delivery)]);
  }
  return cases;
}

/** Stores events in one append. */
export async function appendEvents(
  store: EventStore,
  cases: EventsByCase,
  { agency, now }: Delivery,
  expectedOf: (subject: string | null) => ExpectedRevision = () => 'any',
): Promise<Appended> {
  if (cases.size === 0) return new Map();
  const appends = [...cases].map(([subject, events]) => ({
    stream: streamOfEvent({ subject }, agency),
    expected: expectedOf(subject),
    events,
  }));
  const appended = await store.append(appends, now);
  return new Map(appended.map((event) => [event.id, event]));
}
