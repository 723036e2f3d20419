import type { FastifyInstance } from 'fastify';
import { ProblemError } from '../../problems/problem-error';

interface Route {
  readonly segments: readonly string[];
  readonly methods: readonly string[];
}

/** Knows all routes, to tell an unknown address (404) from a known one asked with the wrong method (405). */
export class RouteTable {
  private readonly routes: Route[] = [];

  /** Learns the routes that are registered from now on. */
  watch(fastify: FastifyInstance): this {
    fastify.addHook('onRoute', ({ url, method }) => {
      this.routes.push({ segments: segmentsOf(url), methods: [method].flat() });
    });
    return this;
  }

  /** What to answer where no route took the request. */
  problemOf(url: string): ProblemError {
    const allowed = this.methodsAt(url.split('?')[0] ?? '');
    return allowed.length > 0
      ? new ProblemError(
          { code: 'platform.method-not-allowed', params: { allowed } },
          { headers: { Allow: allowed.join(', ') } },
        )
      : new ProblemError({ code: 'platform.unknown-route' });
  }

  private methodsAt(path: string): string[] {
    const asked = segmentsOf(path);
    const methods = this.routes
      .filter((route) => fits(route.segments, asked))
      .flatMap((route) => route.methods);
    return [...new Set(methods)].sort();
  }
}

function segmentsOf(path: string): string[] {
  return path.split('/').slice(1);
}

function fits(pattern: readonly string[], asked: readonly string[]): boolean {
  const sameLength =
    pattern.at(-1) === '*' ? asked.length >= pattern.length : asked.length === pattern.length;
  return (
    sameLength &&
    pattern.every(
      (part, at) => part === '*' || (part.startsWith(':') ? asked[at] !== '' : part === asked[at]),
    )
  );
}
