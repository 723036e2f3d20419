import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { ProblemError } from '../../problems/problem-error';
import { READS_QUERY } from './decorators';
import { codeOf } from './rules';

/** Refuses query parameters where a method reads none: a misspelt filter must not give figures for everything. */
export class NoUnknownQuery implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { query } = context.switchToHttp().getRequest<FastifyRequest>();
    const names = Object.keys(query ?? {});
    const { prototype } = context.getClass() as { prototype: object };
    if (names.length > 0 && !Reflect.hasMetadata(READS_QUERY, prototype, context.getHandler().name)) {
      const code = codeOf('parameter', 'unknown');
      throw new ProblemError(
        names.map((name) => ({ code, pointer: `/${name}`, params: { allowed: ['–'] } })),
      );
    }
    return next.handle();
  }
}
