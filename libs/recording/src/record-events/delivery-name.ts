import type { LoggedRequest } from '@lueckenlos/access';
import type { BatchAnswer } from './answers.dto';

/** A delivery as it stands in the access log: how many rows, and nothing of what is in them. */
export function deliveryName({ url }: Pick<LoggedRequest, 'url'>, answer?: unknown): string {
  const path = url.split('?', 1)[0] ?? '';
  if (isBatchAnswer(answer)) {
    return `${path} accepted=${answer.accepted} duplicates=${answer.duplicates} rejected=${answer.rejected}`;
  }
  return answer === undefined ? path : `${path} rows=1`;
}

function isBatchAnswer(answer: unknown): answer is BatchAnswer {
  return typeof answer === 'object' && answer !== null && 'duplicates' in answer;
}
