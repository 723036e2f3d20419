import { ProblemError } from '@lueckenlos/platform';

export const EVENT_TYPE = 'application/cloudevents+json';
export const BATCH_TYPE = 'application/cloudevents-batch+json';

/** Whether one event or a batch was sent. Anything else is refused, plain JSON too: it does not say which of the two. */
export function isBatch(contentType: string | undefined): boolean {
  const type = (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase();
  if (type === EVENT_TYPE || type === BATCH_TYPE) return type === BATCH_TYPE;
  throw new ProblemError(
    { code: 'recording.unsupported-media-type', params: { allowed: [EVENT_TYPE, BATCH_TYPE] } },
    { headers: { 'Accept-Post': `${EVENT_TYPE}, ${BATCH_TYPE}` } },
  );
}
