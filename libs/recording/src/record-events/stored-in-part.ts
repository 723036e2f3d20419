import type { StoreUnavailableError } from '@lueckenlos/event-store';
import { ProblemError } from '@lueckenlos/platform';
import '../problems/request.problems';
import type { EventsByCase } from './append-rows';

/**
 * What a sender is told when the log went away in the middle of an append: where the engine stores case by case, some
 * of its events are in. The member `stored` names them by the sender's ids.
 */
export function storedInPart({ stored, options }: StoreUnavailableError, cases: EventsByCase): ProblemError {
  const ids = new Set(stored.map(({ id }) => id));
  const sent = [...cases.values()].flat();
  const inLog = sent.filter(({ id }) => ids.has(id)).map(({ metadata }) => metadata['senderId']);
  const params = { stored: inLog.length, sent: sent.length };
  return new ProblemError(
    { code: 'recording.stored-in-part', params },
    { ...options, members: { stored: inLog } },
  );
}
