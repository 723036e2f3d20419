import {
  languageOf,
  notReady,
  ProblemError,
  renderProblem,
  type Config,
  type Fault,
  type Language,
} from '@lueckenlos/platform';
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Where a process answers that can't do its work yet. */
export interface WaitingRoom {
  /** The port that it listens at. */
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Answers in place of a process whose database is away: it lives, it is not ready and why, and everything else may be
 * asked again later. `fault` says what it waits for at the moment.
 */
export async function openWaitingRoom(
  { host, port }: Pick<Config, 'host' | 'port'>,
  fault: () => Fault | undefined,
): Promise<WaitingRoom> {
  const server = createServer((request, response) => answer(request, response, fault()));
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  return { port: (server.address() as AddressInfo).port, close: () => close(server) };
}

function answer(request: IncomingMessage, response: ServerResponse, fault: Fault | undefined): void {
  // What is sent is not wanted; left unread, it would hold up a client that sends before it listens.
  request.resume();
  const path = request.url?.split('?')[0];
  if (path === '/health/live') {
    response.setHeader('content-type', 'application/json; charset=utf-8').end('{"status":"ok"}');
    return;
  }
  const language = languageOf(request.headers['accept-language']);
  send(response, path === '/health/ready' ? waitsFor(fault, language) : later(), language);
}

function waitsFor(fault: Fault | undefined, language: Language): ProblemError {
  return notReady(new Map([['database', { state: 'down', fault }]]), language);
}

function later(): ProblemError {
  return new ProblemError({ code: 'platform.unavailable' }, { retryAfterSeconds: 5 });
}

function send(response: ServerResponse, problem: ProblemError, language: Language): void {
  const instance = randomUUID();
  response.writeHead(problem.status, {
    'content-type': 'application/problem+json; charset=utf-8',
    'content-language': language,
    'retry-after': String(problem.options.retryAfterSeconds),
    'x-correlation-id': instance,
    // The next request is to find the process itself.
    connection: 'close',
  });
  response.end(JSON.stringify(renderProblem(problem, language, instance)));
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}
