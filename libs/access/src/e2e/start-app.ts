import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Module, Type } from '@nestjs/common';
import { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  Clock,
  createHttpApp,
  loadConfig,
  MigrationClass,
  PlatformModule,
  setUpOpenApi,
} from '@lueckenlos/platform';
import { createTestDatabase } from '@lueckenlos/platform/testing';
import { Pool } from 'pg';
import { pino } from 'pino';
import { mountDemoProvider } from '../demo-provider/mount-demo-provider';
import { accessMigrations } from '../log/migrations';
import { AccessModule } from '../module/access.module';
import { AccessOptions } from '../module/access-options';

@Module({})
class TestRoot {}

interface AppSettings {
  readonly access: (dataDir: string) => AccessOptions | Promise<AccessOptions>;
  readonly controllers?: Type[];
  readonly modules?: Type[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly clock?: Clock;
  readonly migrations?: MigrationClass[];
}

/** An application as a town would run it, with routes of a test. */
export interface RunningApp {
  readonly app: NestFastifyApplication;
  readonly url: string;
  readonly pool: Pool;
  readonly dataDir: string;
  stop(): Promise<void>;
}

export async function startApp(settings: AppSettings): Promise<RunningApp> {
  const { controllers = [], modules = [], environment = {}, clock, migrations = accessMigrations } = settings;
  const database = await createTestDatabase(migrations);
  const dataDir = await mkdtemp(join(tmpdir(), 'app-'));
  const config = loadConfig({ LUECKENLOS_PORT: '0', LUECKENLOS_DATA_DIR: dataDir, ...environment });
  const logger = pino({ level: 'silent' });
  const access = await settings.access(dataDir);
  const platform = PlatformModule.forRoot({ config, databaseUrl: database.url, clock, logger });
  const imports = [platform, AccessModule.forRoot(access), ...modules];
  const app = await createHttpApp({ module: TestRoot, imports, controllers }, { config, logger });
  const stop = async () => {
    await app.close();
    await database.drop();
    await rm(dataDir, { recursive: true });
  };
  try {
    setUpOpenApi(app, { title: 'Test', description: '', version: '1' });
    const demo = await mountDemoProvider(app, access, config.publicUrl);
    await app.listen(config.port, config.host);
    await demo?.credentials;
  } catch (error) {
    await stop();
    throw error;
  }
  return { app, url: await app.getUrl(), pool: database.pool, dataDir, stop };
}
