import { eventId, type NewEvent, type StreamAppend } from '@lueckenlos/event-store';
import type { SyntheticEvent } from '@lueckenlos/krefeld';
import { eventsOfTown } from '../system/town';

/** As many as an import takes at once. */
const DELIVERY = 2_000;

/** The events of a town in deliveries, each sorted by stream; every (sender, id) once. */
export function deliveriesOf(count: number): StreamAppend[][] {
  const seen = new Set<string>();
  const events = [...eventsOfTown(count)].filter(({ id }) => seen.size < seen.add(id).size);
  const deliveries: StreamAppend[][] = [];
  for (let at = 0; at < events.length; at += DELIVERY) {
    deliveries.push(byStream(events.slice(at, at + DELIVERY)));
  }
  return deliveries;
}

/** All deliveries as one: each stream once, its events in order. */
export function streamsOf(deliveries: readonly (readonly StreamAppend[])[]): StreamAppend[] {
  const streams = new Map<string, StreamAppend>();
  for (const append of deliveries.flat()) {
    const events = [...(streams.get(append.stream)?.events ?? []), ...append.events];
    streams.set(append.stream, { ...append, events });
  }
  return [...streams.values()];
}

function byStream(events: readonly SyntheticEvent[]): StreamAppend[] {
  const streams = new Map<string, NewEvent[]>();
  for (const event of events) {
    const stream = `case-${event.subject}`;
    streams.set(stream, [...(streams.get(stream) ?? []), newEvent(event)]);
  }
  return [...streams].map(([stream, ofStream]) => ({ stream, expected: 'any', events: ofStream }));
}

function newEvent({ id, source, type, subject, knownat, data }: SyntheticEvent): NewEvent {
  const metadata = { knownAt: knownat, contentHash: 'f'.repeat(64), senderId: id, subject };
  return { id: eventId(source, id), type, schemaVersion: 1, source, data: { ...data }, metadata };
}
