import type { Socket } from 'node:net';
import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import { ProblemError } from '../../problems/problem-error';
import { renderProblem } from '../../problems/render';
import { PROBLEM_TYPE } from './send-problem';

const CODE_OF_NODE_ERROR: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: 'platform.headers-too-large',
  HPE_INVALID_EOF_STATE: 'platform.truncated-body',
  ERR_HTTP_REQUEST_TIMEOUT: 'platform.request-timeout',
};

/**
 * Answers what is not even HTTP: headers too long, a broken request line, a body shorter than announced.
 * There is no request yet, so the answer is written to the connection by hand, in English.
 */
export function answerConnectionError(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const problem = new ProblemError({ code: CODE_OF_NODE_ERROR[error.code ?? ''] ?? 'platform.bad-request' });
  const instance = randomUUID();
  const body = JSON.stringify(renderProblem(problem, 'en', instance));
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    `Content-Type: ${PROBLEM_TYPE}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    `X-Correlation-Id: ${instance}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
