import type { FastifyInstance } from 'fastify';
import type { Histogram } from 'prom-client';
import type { Logger } from '../../logging/logger';
import { routeOf } from '../../logging/request-serializer';

export interface Observers {
  readonly logger: Logger;
  readonly histogram?: Histogram<'method' | 'route' | 'status'>;
}

/** Logs and measures every answer, by route pattern: no address, no query string, no body. */
export function observeAnswers(fastify: FastifyInstance, { logger, histogram }: Observers): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.is404 ? 'unknown' : routeOf(request);
    const { statusCode: status, elapsedTime } = reply;
    histogram?.observe({ method: request.method, route, status }, elapsedTime / 1000);
    const quiet = route.startsWith('/health') || route === '/metrics';
    logger[quiet ? 'trace' : 'info'](
      {
        correlationId: request.id,
        method: request.method,
        route,
        status,
        milliseconds: Math.round(elapsedTime),
      },
      'Answered',
    );
    done();
  });
}
