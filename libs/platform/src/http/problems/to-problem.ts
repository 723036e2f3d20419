import { HttpException } from '@nestjs/common';
import { databaseFault } from '../../database/database-fault';
import '../../problems/body-problems';
import type { bodyProblems } from '../../problems/body-problems';
import '../../problems/platform-problems';
import type { platformProblems } from '../../problems/platform-problems';
import { ProblemError } from '../../problems/problem-error';

type Code = keyof typeof platformProblems | keyof typeof bodyProblems;

const CODE_OF_STATUS: Readonly<Record<number, Code>> = {
  400: 'platform.bad-request',
  401: 'platform.unauthorized',
  403: 'platform.forbidden',
  404: 'platform.not-found',
  406: 'platform.not-acceptable',
  408: 'platform.request-timeout',
  409: 'platform.conflict',
  415: 'platform.unsupported-media-type',
  422: 'platform.unprocessable',
  429: 'platform.too-many-requests',
  431: 'platform.headers-too-large',
  503: 'platform.unavailable',
};

const CODE_OF_FASTIFY_ERROR: Readonly<Record<string, Code>> = {
  FST_ERR_BAD_URL: 'platform.invalid-url',
  FST_ERR_MAX_PARAM_LENGTH: 'platform.invalid-url',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'platform.truncated-body',
};

/** The problem that something thrown is to the client; undefined where the fault is ours. */
export function toProblem(thrown: unknown): ProblemError | undefined {
  if (thrown instanceof ProblemError) {
    return thrown;
  }
  if (databaseFault(thrown)) {
    return unavailable();
  }
  const { code = '', statusCode } = thrown as { code?: unknown; statusCode?: unknown };
  const known = CODE_OF_FASTIFY_ERROR[String(code)];
  return known
    ? new ProblemError({ code: known })
    : ofStatus(thrown instanceof HttpException ? thrown.getStatus() : statusCode);
}

function ofStatus(status: unknown): ProblemError | undefined {
  if (typeof status !== 'number' || (status >= 500 && status !== 503) || status < 400) {
    return undefined;
  }
  return status === 503
    ? unavailable()
    : new ProblemError({ code: CODE_OF_STATUS[status] ?? 'platform.bad-request' });
}

function unavailable(): ProblemError {
  return new ProblemError({ code: 'platform.unavailable' }, { retryAfterSeconds: 5 });
}
