import { identityOf, type LoggedRequest } from '@lueckenlos/access';
import { eventId } from '@lueckenlos/event-store';
import { sourceOf } from '../record-events/context-of';

/** A record in the access log: by the id of the event, because a sender's own id may say more than it should. */
export function recordName(request: LoggedRequest): string {
  const { agency } = identityOf(request);
  const { id } = request.params as { id?: unknown };
  return agency === undefined ? 'event' : `event ${eventId(sourceOf(agency), String(id))}`;
}

/** A list in the access log: which part, and how many records were given. */
export function listName(_request: LoggedRequest, answer?: unknown): string {
  if (typeof answer !== 'object' || answer === null || !('events' in answer)) return 'own events';
  return `own events, ${Array.isArray(answer.events) ? answer.events.length : 0} given`;
}
