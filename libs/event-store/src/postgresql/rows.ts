import type { CustomTypesConfig } from 'pg';
import type { Place } from '../append/places';
import type { EventMetadata, StoredEvent } from '../port';

/** Everything as PostgreSQL writes it. What the process has set as global parsers must not matter here. */
export const asText: CustomTypesConfig = { getTypeParser: () => (text: string) => text };

export interface PlaceRow {
  readonly id: string;
  readonly stream: string;
  readonly revision: string;
  readonly position: string;
  readonly recorded_ms: string;
}

export interface EventRow extends PlaceRow {
  readonly type: string;
  readonly schema_version: string;
  readonly source: string | null;
  readonly data: string;
  readonly metadata: string;
}

export interface RevisionRow {
  readonly name: string;
  readonly revision: string;
}

export interface HeadRow {
  readonly position: string;
}

export function toPlace({ id, stream, revision, position, recorded_ms }: PlaceRow): Place {
  return {
    id,
    stream,
    revision: BigInt(revision),
    position: BigInt(position),
    recordedAt: toInstant(recorded_ms),
  };
}

/** Written out member by member: copying objects would show when millions of rows are replayed. */
export function toEvent(row: EventRow): StoredEvent {
  return {
    id: row.id,
    type: row.type,
    schemaVersion: Number(row.schema_version),
    source: row.source,
    data: JSON.parse(row.data) as Record<string, unknown>,
    metadata: JSON.parse(row.metadata) as EventMetadata,
    stream: row.stream,
    revision: BigInt(row.revision),
    position: BigInt(row.position),
    recordedAt: toInstant(row.recorded_ms),
  };
}

function toInstant(milliseconds: string): string {
  return new Date(Number(milliseconds)).toISOString();
}
