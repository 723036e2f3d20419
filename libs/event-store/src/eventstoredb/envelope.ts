import type { EventMetadata, NewEvent, StoredEvent } from '../port';
import type { RawEvent, RawNewEvent } from './client/log-client';

/** What of an event has no place of its own on this engine. It travels as the server's metadata. */
interface Envelope {
  readonly lueckenlos: 1;
  readonly schemaVersion: number;
  readonly source: string | null;
  readonly recordedAt: string;
  readonly metadata: EventMetadata;
}

/** The names of our streams on a server that others use too. */
export class Namespace {
  /** What all names begin with. */
  readonly prefix: string;

  constructor(name: string) {
    this.prefix = `${name}-`;
  }

  nameOnServer(stream: string): string {
    return this.prefix + stream;
  }

  /** The stream's name in our log; null for everybody else's streams, those of the system among them. */
  ourName(nameOnServer: string): string | null {
    return nameOnServer.startsWith(this.prefix) ? nameOnServer.slice(this.prefix.length) : null;
  }
}

export function wrap(event: NewEvent, recordedAt: Date): RawNewEvent {
  const { id, type, schemaVersion, source, data, metadata } = event;
  const { correlationId, causationId } = metadata;
  const envelope: Envelope = {
    lueckenlos: 1,
    schemaVersion,
    source,
    recordedAt: recordedAt.toISOString(),
    metadata,
  };
  // Under these names the server's own tools look for them.
  const standard = { $correlationId: correlationId, $causationId: causationId };
  return { id, type, data, metadata: { ...envelope, ...standard } };
}

/**
 * The event as it was put in. Null for what is not ours although it stands in one of our streams: links, tombstones,
 * broken JSON, events that somebody wrote past this adapter.
 */
export function unwrap(raw: RawEvent, namespace: Namespace): StoredEvent | null {
  const stream = namespace.ourName(raw.stream);
  const { id, type, revision, position, data, metadata } = raw;
  if (stream === null || type.startsWith('$') || !raw.isJson || !position) return null;
  if (!isObject(data) || !isEnvelope(metadata)) return null;
  const { schemaVersion, source, recordedAt, metadata: ours } = metadata;
  return {
    id,
    type,
    schemaVersion,
    source,
    data,
    metadata: ours,
    stream,
    revision,
    position: position.commit,
    recordedAt,
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isEnvelope(value: unknown): value is Envelope {
  if (!isObject(value) || value['lueckenlos'] !== 1 || !isObject(value['metadata'])) return false;
  const { schemaVersion, source, recordedAt } = value;
  const isSource = source === null || typeof source === 'string';
  return isSource && Number.isInteger(schemaVersion) && !Number.isNaN(Date.parse(String(recordedAt)));
}
