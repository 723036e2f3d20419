import { ProblemError } from '@lueckenlos/platform';
import type { RawRow } from './row';

export const MAX_BATCH = 1_000;

/** The rows of a posted batch. */
export function batchOf(body: unknown): RawRow[] {
  if (!Array.isArray(body)) throw new ProblemError({ code: 'recording.not-a-batch', pointer: '' });
  if (body.length > MAX_BATCH) {
    throw new ProblemError({ code: 'recording.batch-too-large', pointer: '', params: { limit: MAX_BATCH } });
  }
  return body.map((value: unknown, index) => ({ index, value }));
}
