import { FastifyAdapter } from '@nestjs/platform-fastify';
import { LogController, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { IncomingMessage } from 'node:http';
import type { Config } from '../config/config';
import type { Logger } from '../logging/logger';
import { ProblemError } from '../problems/problem-error';
import { registerBodyParsers } from './body/parsers';
import { refuseOtherMediaTypes } from './body/takes-only';
import { answerCorrelationId, correlationIdOf } from './hooks/correlation';
import { readBodiesToTheEnd } from './hooks/read-to-the-end';
import { refuseInsaneUrls } from './hooks/sane-url';
import { answerConnectionError } from './problems/connection-errors';
import { sendProblem } from './problems/send-problem';
import { toProblem } from './problems/to-problem';

export interface HttpOptions {
  readonly config: Pick<Config, 'bodyLimit'>;
  readonly logger: Logger;
}

/** Senders' ids may have 128 characters, each of which may take twelve when escaped. */
const MAX_PARAM_LENGTH = 128 * 12;

/** Fastify with our parsers, ids and errors, for Nest to stand on. */
export function createHttpAdapter({ config, logger }: HttpOptions): FastifyAdapter {
  const adapter = new FastifyAdapter({
    loggerInstance: logger,
    // Fastify's own lines tell the address; ours tell the route.
    logController: new LogController({ disableRequestLogging: true }),
    requestIdHeader: false,
    genReqId: (request: IncomingMessage) => correlationIdOf(request),
    bodyLimit: config.bodyLimit,
    routerOptions: { maxParamLength: MAX_PARAM_LENGTH },
    frameworkErrors: answerRouterError,
    clientErrorHandler: answerConnectionError,
  });
  const fastify: FastifyInstance = adapter.getInstance();
  registerBodyParsers(fastify, config.bodyLimit);
  answerCorrelationId(fastify);
  refuseInsaneUrls(fastify);
  readBodiesToTheEnd(fastify);
  refuseOtherMediaTypes(fastify);
  return adapter;
}

/** The router refuses some addresses before any hook or filter runs. */
function answerRouterError(error: Error, request: FastifyRequest, reply: FastifyReply): void {
  void reply.header('x-correlation-id', request.id);
  sendProblem(toProblem(error) ?? new ProblemError({ code: 'platform.invalid-url' }), request, reply);
}
