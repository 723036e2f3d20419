import { AccessModule, mountDemoProvider, openAccess, type AccessOptions } from '@lueckenlos/access';
import { EventStoreModule } from '@lueckenlos/event-store';
import {
  createHttpApp,
  migrate,
  PlatformModule,
  setUpOpenApi,
  Shutdown,
  stopHttpApp,
  type Config,
  type Logger,
  VERSION,
} from '@lueckenlos/platform';
import { Module, type DynamicModule } from '@nestjs/common';
import { openDatabase } from './database';
import type { RunningService, Service } from './service';
import { whenDatabaseServes } from './waiting/when-database-serves';

@Module({})
class ServiceModule {}

/** Hears what is being done, for whoever waits for the start. */
export type StartObserver = (step: 'database' | 'migrations' | 'http') => void;

/** What a process is started with. */
export interface Surroundings {
  readonly config: Config;
  readonly logger: Logger;
  readonly observe?: StartObserver;
}

/**
 * Starts a process: database, migrations, modules, HTTP. A signal that arrives at any moment stops what has
 * been started, in the opposite order; so does a failure, which ends the process with exit code 1.
 */
export async function startService(service: Service, surroundings: Surroundings): Promise<RunningService> {
  const shutdown = new Shutdown(surroundings).listen();
  try {
    return await start(service, surroundings, shutdown);
  } catch (error) {
    surroundings.logger.fatal({ err: error }, 'Could not start');
    console.error(error instanceof Error ? error.message : error);
    await shutdown.stop('could not start', 1);
    throw error;
  }
}

async function start(
  service: Service,
  { config, logger, observe = () => undefined }: Surroundings,
  shutdown: Shutdown,
): Promise<RunningService> {
  const access = await openAccess(config, { demoProvider: service.standalone });
  observe('database');
  const waiting = { config, logger };
  const databaseUrl = await whenDatabaseServes(
    () => openDatabase(config, service.standalone, shutdown, logger),
    waiting,
  );
  observe('migrations');
  await whenDatabaseServes(() => migrate(databaseUrl, service.migrations), waiting);
  observe('http');
  const http = await shutdown.hold(
    'HTTP',
    () => startHttp(service, config, logger, access, databaseUrl),
    ({ app }) => stopHttpApp(app, config.shutdownSeconds),
  );
  logger.info({ service: service.name, version: VERSION, address: http.address }, 'Listening');
  return { ...http, config, logger, shutdown };
}

async function startHttp(
  service: Service,
  config: Config,
  logger: Logger,
  access: AccessOptions,
  databaseUrl: string,
): Promise<Pick<RunningService, 'app' | 'address' | 'credentials'>> {
  const modules = [
    PlatformModule.forRoot({ config, databaseUrl, logger }),
    AccessModule.forRoot(access),
    EventStoreModule.forRoot(),
    ...service.modules,
  ];
  const root: DynamicModule = { module: ServiceModule, imports: modules };
  const app = await createHttpApp(root, { config, logger });
  setUpOpenApi(app, { title: 'Lückenlos', description: service.description, version: VERSION });
  const demo = await mountDemoProvider(app, access, config.publicUrl);
  await app.listen(config.port, config.host);
  return { app, address: await app.getUrl(), credentials: await demo?.credentials };
}
