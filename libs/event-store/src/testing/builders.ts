import { eventId } from '../event-id';
import type { NewEvent, StreamAppend } from '../port';

let made = 0;

/** A valid event with an id of its own; say only what matters. */
export function anEvent(special: Partial<NewEvent> = {}): NewEvent {
  const senderId = `conformance-${++made}`;
  return {
    id: eventId('/agencies/youth-office', senderId),
    type: 'lueckenlos.stage-reached.v1',
    schemaVersion: 1,
    source: '/agencies/youth-office',
    data: { occurredOn: '2024-08', stage: 'kita', area: '110' },
    metadata: { knownAt: '2024-09-01T08:00:00.000Z', contentHash: 'c0ffee', senderId },
    ...special,
  };
}

/** The given events for a stream, or one. */
export function anAppend(
  stream: string,
  { expected = 'any', events = [anEvent()] }: Partial<Omit<StreamAppend, 'stream'>> = {},
): StreamAppend {
  return { stream, expected, events };
}

export const someEvents = (count: number): NewEvent[] => Array.from({ length: count }, () => anEvent());

/** An arrival; the store takes it from its caller. */
export const NOW = new Date('2026-03-01T12:00:00.123Z');
