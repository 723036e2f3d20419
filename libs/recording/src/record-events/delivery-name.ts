import type { LoggedRequest } from '@lueckenlos/access';
import { eventId } from '@lueckenlos/event-store';
import type { BatchAnswer, PostAnswer } from './answers.dto';

/** A delivery as it stands in the access log: which event, or how many rows, and nothing of what is in them. */
export function deliveryName({ url }: Pick<LoggedRequest, 'url'>, answer?: unknown): string {
  const path = url.split('?', 1)[0] ?? '';
  if (isBatchAnswer(answer)) {
    return `${path} accepted=${answer.accepted} duplicates=${answer.duplicates} rejected=${answer.rejected}`;
  }
  return isPostAnswer(answer) ? `event ${eventId(answer.source, answer.id)}` : path;
}

function isBatchAnswer(answer: unknown): answer is BatchAnswer {
  return typeof answer === 'object' && answer !== null && 'duplicates' in answer;
}

function isPostAnswer(answer: unknown): answer is Pick<PostAnswer, 'source' | 'id'> {
  return typeof answer === 'object' && answer !== null && 'source' in answer && 'id' in answer;
}
