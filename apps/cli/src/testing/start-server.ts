import {
  accessMigrations,
  AccessModule,
  demoCredentialsFile,
  mountDemoProvider,
  openAccess,
} from '@lueckenlos/access';
import { eventStoreMigrations, EventStoreModule } from '@lueckenlos/event-store';
import { FiguresModule } from '@lueckenlos/figures';
import { createHttpApp, createLogger, loadConfig, PlatformModule } from '@lueckenlos/platform';
import { createTestDatabase, temporaryFolder } from '@lueckenlos/platform/testing';
import { projectionMigrations, ProjectionsModule } from '@lueckenlos/projections';
import { RecordingModule, recordingMigrations } from '@lueckenlos/recording';
import { Module } from '@nestjs/common';
import { rm } from 'node:fs/promises';
import type { Pool } from 'pg';
import { findCredentials } from '../client/find-credentials';
import { TokenSource } from '../client/token-source';
import { runCli, type CliResult, type Typed } from './run-cli';

@Module({})
class ServerModule {}

/** The whole system over real HTTP with its demo clients, as `npm start` runs it. */
export interface RunningServer {
  readonly url: string;
  /** A folder for a test's files; the demo credentials lie in it. */
  readonly folder: string;
  readonly pool: Pool;
  /** Types a command as one of the demo clients. */
  cli(client: string, args: readonly string[], typed?: Typed): Promise<CliResult>;
  /** Defines a chain or areas, as the statistics unit. */
  define(path: string, body: object): Promise<void>;
  stop(): Promise<void>;
}

const MIGRATIONS = [
  ...accessMigrations,
  ...eventStoreMigrations,
  ...recordingMigrations,
  ...projectionMigrations,
];

export async function startServer(): Promise<RunningServer> {
  const database = await createTestDatabase(MIGRATIONS);
  const folder = temporaryFolder();
  const environment = { LUECKENLOS_PORT: '0', LUECKENLOS_LOG_LEVEL: 'silent', LUECKENLOS_DATA_DIR: folder };
  const config = loadConfig(environment);
  const logger = createLogger(config);
  const access = await openAccess(config, { demoProvider: true });
  const imports = [
    PlatformModule.forRoot({ config, databaseUrl: database.url, logger }),
    AccessModule.forRoot(access),
    EventStoreModule.forRoot(),
    RecordingModule,
    ProjectionsModule,
    FiguresModule,
  ];
  const app = await createHttpApp({ module: ServerModule, imports }, { config, logger });
  const demo = await mountDemoProvider(app, access, config.publicUrl);
  await app.listen(0, '127.0.0.1');
  await demo?.credentials;
  const url = await app.getUrl();
  const credentials = demoCredentialsFile(folder);
  return {
    url,
    folder,
    pool: database.pool,
    cli: (client, args, { environment: more, ...typed } = {}) =>
      runCli([...args, '--url', url, '--credentials', credentials, '--client', client], {
        environment: { ...environment, ...more },
        ...typed,
      }),
    define: async (path, body) => {
      const unit = await findCredentials({ url, client: 'statistics-unit', credentials }, environment);
      const authorization = `Bearer ${await new TokenSource(unit, 'en').token()}`;
      const headers = { authorization, 'content-type': 'application/json' };
      const answer = await fetch(`${url}/v1/${path}`, { method: 'PUT', headers, body: JSON.stringify(body) });
      if (!answer.ok) throw new Error(await answer.text());
    },
    stop: async () => {
      await app.close();
      await database.drop();
      await rm(folder, { recursive: true });
    },
  };
}
