import type { AppendedEvent, StoredEvent } from '@lueckenlos/event-store';
import type { Receipt } from '../record-events/row';

/** The receipt for an event, the same from the append that stored it and from the log. */
export function receiptOf(id: string, source: string, place: AppendedEvent | StoredEvent): Receipt {
  const { stream, revision, position, recordedAt } = place;
  return { id, source, stream, revision, position, recordedAt };
}
