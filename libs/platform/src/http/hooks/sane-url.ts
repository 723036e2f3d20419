import type { FastifyInstance } from 'fastify';
import { ProblemError } from '../../problems/problem-error';

/** Refuses addresses that no handler should have to think of: broken escapes, bytes that are no UTF-8, controls. */
export function refuseInsaneUrls(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    done(isSane(request.raw.url ?? '') ? undefined : new ProblemError({ code: 'platform.invalid-url' }));
  });
}

export function isSane(url: string): boolean {
  try {
    return !/\p{Control}/u.test(decodeURIComponent(url));
  } catch {
    return false;
  }
}
