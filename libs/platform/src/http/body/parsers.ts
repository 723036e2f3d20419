import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { IncomingMessage } from 'node:http';
import { ProblemError } from '../../problems/problem-error';
import { collectBody } from './collect';
import { parseAnyJson, parseJsonBody } from './parse-json';

const JSON_TYPES = ['application/json'];
/** Judged event by event, so that one bad row of a batch is that row's fault alone. */
const EVENT_TYPES = ['application/cloudevents+json', 'application/cloudevents-batch+json'];
/** Handed over as the raw stream: a file may have any size. */
const STREAM_TYPES = ['application/x-ndjson', 'text/csv'];

/** Replaces the body parsers that Fastify brings by ours. */
export function registerBodyParsers(fastify: FastifyInstance, limit: number): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser(JSON_TYPES, async (request: FastifyRequest, payload: IncomingMessage) => {
    refuseOtherCharsets(request.headers['content-type']);
    return parseJsonBody(await collectBody({ headers: request.headers, payload, limit }));
  });
  fastify.addContentTypeParser(EVENT_TYPES, async (request: FastifyRequest, payload: IncomingMessage) => {
    refuseOtherCharsets(request.headers['content-type']);
    return parseAnyJson(await collectBody({ headers: request.headers, payload, limit }));
  });
  fastify.addContentTypeParser(STREAM_TYPES, (request: FastifyRequest, payload: IncomingMessage, done) => {
    refuseOtherCharsets(request.headers['content-type']);
    done(null, payload);
  });
}

function refuseOtherCharsets(contentType = ''): void {
  const charset = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(contentType)?.[1];
  if (charset && !/^(utf-?8|us-ascii)$/i.test(charset)) {
    throw new ProblemError({ code: 'platform.unsupported-charset' });
  }
}
