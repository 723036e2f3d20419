import type { NewEvent } from '@lueckenlos/event-store';
import { dataOf } from '../wire/data-of';
import type { Acceptance } from './verdict';

/** Who delivers, for the metadata of every event of the delivery. */
export interface Delivery {
  readonly agency: string;
  readonly now: Date;
  readonly correlationId?: string;
}

/** The event as it goes into the log, where a member that is undefined is absent. */
export function newEvent({ row, warnings }: Acceptance, { agency, now, correlationId }: Delivery): NewEvent {
  const { event } = row;
  return {
    id: row.eventId,
    type: event.type,
    schemaVersion: 1,
    source: event.source,
    data: dataOf(event),
    metadata: {
      knownAt: (event.knownAt === null ? now : new Date(event.knownAt)).toISOString(),
      contentHash: row.contentHash,
      senderId: event.id,
      subject: event.subject,
      agency,
      correlationId,
      warnings: warnings.length === 0 ? undefined : warnings.map(({ code }) => code),
    },
  };
}
