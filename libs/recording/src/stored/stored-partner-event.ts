import type { StoredEvent } from '@lueckenlos/event-store';
import { isPartnerType, type PartnerType } from '../wire/event-types';

/** A partner event as it stands in the log. */
export type StoredPartnerEvent = StoredEvent & { readonly type: PartnerType; readonly source: string };

export function isStoredPartnerEvent(event: StoredEvent): event is StoredPartnerEvent {
  return isPartnerType(event.type) && event.source !== null;
}

/** The sender's id of a stored event. */
export function senderIdOf(event: StoredPartnerEvent): string {
  return String(event.metadata.senderId);
}

/** The case of a stored event. */
export function subjectOf(event: StoredPartnerEvent): string {
  return String(event.metadata.subject);
}

/** The stream of a case. */
export function streamOf(subject: string): string {
  return `case-${subject}`;
}
