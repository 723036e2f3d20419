import { Module } from '@nestjs/common';
import { accessMigrations, AccessModule } from '@lueckenlos/access';
import { createTestIssuer, type TestIssuer } from '@lueckenlos/access/testing';
import { eventStoreMigrations, EventStoreModule } from '@lueckenlos/event-store';
import { createHttpApp, loadConfig, PlatformModule, setUpOpenApi } from '@lueckenlos/platform';
import { createTestDatabase, type TestDatabase } from '@lueckenlos/platform/testing';
import type { Pool } from 'pg';
import { pino } from 'pino';
import { recordingMigrations } from '../imports/migrations';
import { RecordingModule } from '../recording.module';

@Module({})
class TestRoot {}

export interface Sending {
  /** Role of the contract. */
  readonly as?: string;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The write side over real HTTP, on a database of its own. */
export interface RunningRecording {
  readonly pool: Pool;
  readonly url: string;
  /** The header of a role of the contract, for those who speak HTTP by hand. */
  authorization(role: string): Promise<{ authorization: string }>;
  /** Sends a value as JSON, or text and bytes as they are. */
  send(method: string, path: string, body?: unknown, sending?: Sending): Promise<Response>;
  /** Another process of the same installation: the same database, the same issuer. */
  beside(): Promise<RunningRecording>;
  stop(): Promise<void>;
}

export async function startRecording(): Promise<RunningRecording> {
  const database = await createTestDatabase([
    ...eventStoreMigrations,
    ...accessMigrations,
    ...recordingMigrations,
  ]);
  return startInstance(database, await createTestIssuer(), () => database.drop());
}

async function startInstance(
  database: TestDatabase,
  issuer: TestIssuer,
  afterwards: () => Promise<void>,
): Promise<RunningRecording> {
  const config = loadConfig({ LUECKENLOS_PORT: '0' });
  const logger = pino({ level: 'silent' });
  const imports = [
    PlatformModule.forRoot({ config, databaseUrl: database.url, logger }),
    AccessModule.forRoot(issuer.options),
    EventStoreModule.forRoot(),
    RecordingModule,
  ];
  const app = await createHttpApp({ module: TestRoot, imports }, { config, logger });
  setUpOpenApi(app, { title: 'Test', description: '', version: '1' });
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  return {
    pool: database.pool,
    url,
    authorization: (role) => issuer.bearer(role),
    send: async (
      method,
      path,
      body,
      { as = 'youth-office', type = 'application/cloudevents+json', headers } = {},
    ) => {
      const sent =
        body === undefined || typeof body === 'string' || body instanceof Uint8Array
          ? body
          : JSON.stringify(body);
      const contentType: Record<string, string> = sent === undefined ? {} : { 'content-type': type };
      const all: Record<string, string> = { ...(await issuer.bearer(as)), ...contentType, ...headers };
      return fetch(url + path, {
        method,
        headers: all,
        ...(sent === undefined ? {} : { body: sent as string | Uint8Array<ArrayBuffer> }),
      });
    },
    beside: () => startInstance(database, issuer, () => Promise.resolve()),
    stop: async () => {
      await app.close();
      await afterwards();
    },
  };
}
