import { eventId } from '@lueckenlos/event-store';
import { contentHash } from '../wire/content-hash';
import type { PartnerEvent } from '../wire/partner-event';

/** A row that is right by itself; whether it fits what is there already is still open. */
export interface Candidate {
  readonly index: number;
  readonly event: PartnerEvent;
  /** Of the event in the log. */
  readonly eventId: string;
  /** In the log, of the record that a correction or retraction names. */
  readonly targetEventId: string | null;
  readonly contentHash: string;
}

export function candidate(index: number, event: PartnerEvent): Candidate {
  const target = event.corrects ?? event.retracts;
  return {
    index,
    event,
    eventId: eventId(event.source, event.id),
    targetEventId: target === null ? null : eventId(event.source, target),
    contentHash: contentHash(event),
  };
}
