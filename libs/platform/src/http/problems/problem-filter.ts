import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { databaseFault } from '../../database/database-fault';
import type { Logger } from '../../logging/logger';
import { ProblemError } from '../../problems/problem-error';
import type { RouteTable } from './route-table';
import { sendProblem } from './send-problem';
import { toProblem } from './to-problem';

/** The one place where whatever was thrown becomes the answer to the client. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly logger: Logger,
    private readonly routes: RouteTable,
  ) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = this.problemOf(thrown, request);
    if (reply.sent || reply.raw.headersSent) {
      // Half of the answer is out: cutting the connection is the only way left to say that it failed.
      this.logger.warn({ correlationId: request.id, req: request, err: thrown }, 'The answer broke off');
      reply.raw.destroy();
      return;
    }
    sendProblem(problem, request, reply);
  }

  private problemOf(thrown: unknown, request: FastifyRequest): ProblemError {
    const problem = toProblem(thrown);
    if (problem && request.is404 && problem.status === 404) {
      return this.routes.problemOf(request.url);
    }
    // An outage of the database is told once, by the health of the process, and not by each request that meets it.
    if (!problem || (problem.status >= 500 && !(thrown instanceof ProblemError) && !databaseFault(thrown))) {
      this.logger.error({ correlationId: request.id, req: request, err: thrown }, 'A request failed');
    }
    return problem ?? new ProblemError({ code: 'platform.internal-error' });
  }
}
