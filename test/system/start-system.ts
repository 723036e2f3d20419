import { AccessModule } from '@lueckenlos/access';
import { createTestIssuer, type TestIssuer } from '@lueckenlos/access/testing';
import { EventStoreModule } from '@lueckenlos/event-store';
import {
  createHttpApp,
  createLogger,
  loadConfig,
  PlatformModule,
  setUpOpenApi,
  type Clock,
} from '@lueckenlos/platform';
import { createTestDatabase } from '@lueckenlos/platform/testing';
import { Module } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { Pool } from 'pg';
import { wholeSystem } from './whole-system';

@Module({})
class SystemModule {}

export interface Sending {
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** All modules in one process over real HTTP, on a database of their own. */
export interface RunningSystem {
  readonly app: NestFastifyApplication;
  readonly pool: Pool;
  readonly document: OpenAPIObject;
  readonly url: string;
  /** A token of a role of the contract. */
  token(role: string): Promise<string>;
  /** Sends as a role; a body that is no text goes as JSON. */
  send(role: string, method: string, path: string, body?: unknown, sending?: Sending): Promise<Response>;
  stop(): Promise<void>;
}

/** With EVENTSTORE_URL set, the log stands there: in streams of its own, because the node outlives the test. */
function engineUnderTest(): Record<string, string> {
  const url = process.env['EVENTSTORE_URL'];
  const streamPrefix = `system${randomUUID().replaceAll('-', '')}`;
  return url ? { EVENTSTORE_URL: url, LUECKENLOS_STREAM_PREFIX: streamPrefix } : {};
}

export async function startSystem(
  environment: Readonly<Record<string, string>> = {},
  issuer?: TestIssuer,
  clock?: Clock,
): Promise<RunningSystem> {
  const database = await createTestDatabase(wholeSystem.migrations);
  const config = loadConfig({
    LUECKENLOS_PORT: '0',
    LUECKENLOS_LOG_LEVEL: 'silent',
    ...engineUnderTest(),
    ...environment,
  });
  const logger = createLogger(config);
  const trusted = issuer ?? (await createTestIssuer());
  const imports = [
    PlatformModule.forRoot({ config, databaseUrl: database.url, logger, clock }),
    AccessModule.forRoot(trusted.options),
    EventStoreModule.forRoot(),
    ...wholeSystem.modules,
  ];
  const app = await createHttpApp({ module: SystemModule, imports }, { config, logger });
  const document = setUpOpenApi(app, { title: 'Lückenlos', description: '', version: '0' });
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  return {
    app,
    pool: database.pool,
    document,
    url,
    token: (role) => trusted.tokenFor(role),
    send: async (role, method, path, body, { type = 'application/json', headers } = {}) => {
      const authorization = `Bearer ${await trusted.tokenFor(role)}`;
      const contentType: Record<string, string> = body === undefined ? {} : { 'content-type': type };
      const text = typeof body === 'string' || body === undefined ? body : JSON.stringify(body);
      return fetch(url + path, {
        method,
        headers: { authorization, ...contentType, ...headers },
        body: text,
      });
    },
    stop: async () => {
      await app.close();
      await database.drop();
    },
  };
}
