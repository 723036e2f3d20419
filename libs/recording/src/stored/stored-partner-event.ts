import type { StoredEvent } from '@lueckenlos/event-store';
import { deliveriesStream } from '../delivery-calendars/calendar-event';
import { isPartnerType, type PartnerType } from '../wire/event-types';
import type { PartnerEvent } from '../wire/partner-event';

/** A partner event as it stands in the log. */
export type StoredPartnerEvent = StoredEvent & { readonly type: PartnerType; readonly source: string };

export function isStoredPartnerEvent(event: StoredEvent): event is StoredPartnerEvent {
  return isPartnerType(event.type) && event.source !== null;
}

/** The sender's id of a stored event. */
export function senderIdOf(event: StoredPartnerEvent): string {
  return String(event.metadata.senderId);
}

/** The case of a stored event that is about one. */
export function subjectOf(event: StoredPartnerEvent): string {
  return String(event.metadata.subject);
}

/** The stream of a case. */
export function streamOf(subject: string): string {
  return `case-${subject}`;
}

/** The stream that an event of an agency belongs to. */
export function streamOfEvent({ subject }: Pick<PartnerEvent, 'subject'>, agency: string): string {
  return subject === null ? deliveriesStream(agency) : streamOf(subject);
}
