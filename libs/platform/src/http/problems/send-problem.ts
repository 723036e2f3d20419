import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from '../../problems/language';
import type { ProblemError } from '../../problems/problem-error';
import { renderProblem } from '../../problems/render';

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** Answers with the problem document in the language that the client prefers. */
export function sendProblem(problem: ProblemError, request: FastifyRequest, reply: FastifyReply): void {
  const language = languageOf(request.headers['accept-language']);
  const { retryAfterSeconds, headers = {} } = problem.options;
  // Headers of the answer that was meant to be, such as an attachment's, don't fit the problem.
  reply.removeHeader('content-disposition').removeHeader('content-length').removeHeader('content-encoding');
  if (retryAfterSeconds !== undefined) {
    reply.header('Retry-After', String(Math.ceil(retryAfterSeconds)));
  }
  void reply
    .code(problem.status)
    .headers(headers)
    .header('Content-Language', language)
    .type(PROBLEM_TYPE)
    // A string passes every serializer unchanged.
    .send(JSON.stringify(renderProblem(problem, language, request.id)));
}
