import { createHash } from 'node:crypto';

const CASE_STREAM = /\bcase-[A-Za-z0-9_-]+/g;
const DIGEST_LENGTH = 64 + '…sha256:'.length;

/**
 * Text as the access log keeps it: no control characters (PostgreSQL refuses NUL), never longer than the
 * limit (a long one keeps its beginning and a digest that tells it from others), and no pseudonym of a case
 * should one slip in with the name of its stream.
 */
export function legible(text: string, limit: number): string {
  const clean = text.replace(CASE_STREAM, 'case-…').replace(/\p{Cc}/gu, '\uFFFD');
  if (clean.length <= limit) return clean;
  const digest = createHash('sha256').update(clean).digest('hex');
  return `${clean.slice(0, limit - DIGEST_LENGTH)}…sha256:${digest}`;
}
