import { eventId, type EventStore, type NewEvent, type StreamAppend } from '@lueckenlos/event-store';
import { example } from './example';

/** The example's definitions and lines as events, the way the intake stores them. */
export function definitionAppends(): StreamAppend[] {
  return [
    one('areas-example', 'lueckenlos.areas-defined.v1', { municipality: 'example', ...example.areas }),
    one('chain-example', 'lueckenlos.chain-defined.v1', { chain: 'example', ...example.chain }),
  ];
}

function one(stream: string, type: string, data: Record<string, unknown>): StreamAppend {
  const metadata = { knownAt: '2026-07-01T00:00:00.000Z', contentHash: '' };
  return {
    stream,
    expected: 'any',
    events: [{ id: eventId('test', stream), type, schemaVersion: 1, source: null, data, metadata }],
  };
}

function lineEvent(line: string): { stream: string; event: NewEvent } {
  const { id, source, type, subject, knownat, data } = JSON.parse(line) as Record<string, string> & {
    data: Record<string, unknown>;
  };
  const metadata = { knownAt: String(knownat), contentHash: line, subject, senderId: id };
  const key = eventId(String(source), String(id));
  const event = { id: key, type: String(type), schemaVersion: 1, source: String(source), data, metadata };
  return { stream: `case-${subject}`, event };
}

/** Appends lines in batches, each id once: doubled deliveries are caught before the store. */
export async function appendLines(store: EventStore, lines: readonly string[], batch = 1_000): Promise<void> {
  for (let start = 0; start < lines.length; start += batch) {
    const streams = new Map<string, NewEvent[]>();
    for (const { stream, event } of lines.slice(start, start + batch).map(lineEvent)) {
      streams.set(stream, [...(streams.get(stream) ?? []), event]);
    }
    const appends = [...streams].map(([stream, events]) => ({ stream, expected: 'any' as const, events }));
    await store.append(appends, new Date('2026-07-02T00:00:00Z'));
  }
}

/** The lines with each (sender, id) once: the first delivery. */
export function withoutRepeats(lines: readonly string[]): string[] {
  const seen = new Set<string>();
  return lines.filter((line) => {
    const id = lineEvent(line).event.id;
    return !seen.has(id) && seen.add(id);
  });
}
