import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { ProblemError } from '../../problems/problem-error';

/**
 * Refuses other media types before the body is read. Without it a type that is known elsewhere is parsed first, and a
 * file of JSON lines sent as JSON is called broken JSON.
 */
export function TakesOnly(...mediaTypes: readonly string[]): MethodDecorator {
  return RouteConfig({ mediaTypes });
}

export function refuseOtherMediaTypes(fastify: FastifyInstance): void {
  fastify.addHook('preParsing', (request, _reply, payload, done) => {
    const { mediaTypes } = request.routeOptions.config as { mediaTypes?: readonly string[] };
    const sent = (request.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
    const refused = mediaTypes !== undefined && !mediaTypes.includes(sent);
    done(refused ? new ProblemError({ code: 'platform.unsupported-media-type' }) : null, payload);
  });
}
