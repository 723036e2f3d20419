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
import { releaseMigrations, ReleasesModule } from '@lueckenlos/releases';
import { replayMigrations, ReplayModule } from '@lueckenlos/replay';
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
  /** What the server answers to a client, as text. */
  text(client: string, path: string): Promise<string>;
  /** Publishes a release, as the statistics unit, and gives its id. */
  publish(chain: string, asOf: string): Promise<string>;
  stop(): Promise<void>;
}

const MIGRATIONS = [
  ...accessMigrations,
  ...eventStoreMigrations,
  ...recordingMigrations,
  ...projectionMigrations,
  ...releaseMigrations,
  ...replayMigrations,
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
    ReleasesModule,
    ReplayModule,
  ];
  const app = await createHttpApp({ module: ServerModule, imports }, { config, logger });
  const demo = await mountDemoProvider(app, access, config.publicUrl);
  await app.listen(0, '127.0.0.1');
  await demo?.credentials;
  const url = await app.getUrl();
  const credentials = demoCredentialsFile(folder);
  const send = async (client: string, method: string, path: string, body?: object): Promise<string> => {
    const known = await findCredentials({ url, client, credentials }, environment);
    const authorization = `Bearer ${await new TokenSource(known, 'en').token()}`;
    const headers = { authorization, ...(body && { 'content-type': 'application/json' }) };
    const answer = await fetch(`${url}/v1/${path}`, { method, headers, body: body && JSON.stringify(body) });
    if (!answer.ok) throw new Error(await answer.text());
    return answer.text();
  };
  return {
    url,
    folder,
    pool: database.pool,
    cli: (client, args, { environment: more, ...typed } = {}) =>
      runCli([...args, '--url', url, '--credentials', credentials, '--client', client], {
        environment: { ...environment, ...more },
        ...typed,
      }),
    define: async (path, body) => void (await send('statistics-unit', 'PUT', path, body)),
    text: (client, path) => send(client, 'GET', path),
    publish: async (chain, asOf) => {
      const answer = await send('statistics-unit', 'POST', 'releases', { chain, asOf, label: asOf });
      return (JSON.parse(answer) as { id: string }).id;
    },
    stop: async () => {
      await app.close();
      await database.drop();
      await rm(folder, { recursive: true });
    },
  };
}
