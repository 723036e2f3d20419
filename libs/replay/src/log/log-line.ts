import type { StoredEvent } from '@lueckenlos/event-store';

/** The source of what the system itself recorded: definitions and releases. */
const OWN_SOURCE = '/lueckenlos';

/**
 * An event as an auditor reads it: the members of its CloudEvent, then its place in the log, its arrival and its known instant. A
 * partner's event bears the partner's id.
 */
export function logLine({
  id,
  type,
  source,
  data,
  metadata,
  position,
  stream,
  revision,
  recordedAt,
}: StoredEvent): object {
  const { senderId, subject, knownAt } = metadata;
  return {
    specversion: '1.0',
    id: senderId ?? id,
    source: source ?? OWN_SOURCE,
    type,
    ...(subject === undefined ? {} : { subject }),
    datacontenttype: 'application/json',
    data,
    position: position.toString(),
    stream,
    revision: revision.toString(),
    recordedAt,
    knownAt,
  };
}

/** Lines of NDJSON. */
export function ndjson(events: readonly StoredEvent[]): string {
  return events.map((event) => `${JSON.stringify(logLine(event))}\n`).join('');
}
