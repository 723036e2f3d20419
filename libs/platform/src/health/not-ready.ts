import type { Language } from '../problems/problem-definition';
import { ProblemError } from '../problems/problem-error';
import { tellParts, type Parts } from './part-health';

/** The answer of a process that can't be sent requests: which parts keep it from that, and how all of them stand. */
export function notReady(parts: Parts, language: Language): ProblemError {
  const failing = [...parts].filter(([, { state }]) => state === 'down').map(([name]) => name);
  return new ProblemError(
    { code: 'platform.not-ready', params: { failing } },
    { retryAfterSeconds: 5, members: { checks: tellParts(parts, language) } },
  );
}
