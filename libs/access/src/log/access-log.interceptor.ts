import { CallHandler, ExecutionContext, Injectable, NestInterceptor } from '@nestjs/common';
import { ProblemError } from '@lueckenlos/platform';
import { catchError, concatMap, from, map, mergeMap, Observable, throwError } from 'rxjs';
import { identityOf } from '../identity/identity';
import { AccessEntry, AccessLog } from './access-log';
import { loggedOperationOf } from './logged.decorator';
import { purposeOf } from './purpose';
import { LoggedRequest } from './resource';

/** Holds every answer of a {@link Logged} route back until its entry stands in the access log. */
@Injectable()
export class AccessLogInterceptor implements NestInterceptor {
  constructor(private readonly log: AccessLog) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const logged = loggedOperationOf(context.getHandler());
    if (!logged) return next.handle();
    const request = context.switchToHttp().getRequest<LoggedRequest>();
    const common = {
      identity: identityOf(request),
      operation: logged.operation,
      purpose: purposeOf(request.headers.purpose),
    };
    return next.handle().pipe(
      // Before the answers are logged, so that an entry that cannot be written is not tried a second time.
      catchError((error: unknown) =>
        this.after({ ...common, resource: logged.resource(request), outcome: outcomeOf(error) }).pipe(
          mergeMap(() => throwError(() => error)),
        ),
      ),
      concatMap((answer: unknown) =>
        this.after({ ...common, resource: logged.resource(request, answer) }).pipe(map(() => answer)),
      ),
    );
  }

  private after(entry: AccessEntry): Observable<void> {
    return from(this.log.record(entry));
  }
}

function outcomeOf(error: unknown): string {
  return error instanceof ProblemError ? `refused:${error.faults[0].code}` : 'failed';
}
