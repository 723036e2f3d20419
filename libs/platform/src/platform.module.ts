import {
  Inject,
  Module,
  type DynamicModule,
  type OnApplicationShutdown,
  type Provider,
} from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Pool } from 'pg';
import type { Registry } from 'prom-client';
import { DataSource } from 'typeorm';
import { systemClock, type Clock } from './clock';
import type { Config } from './config/config';
import { createPool } from './database/pool';
import { HealthModule } from './health/health.module';
import { createLogger, type Logger } from './logging/logger';
import { MetricsController } from './metrics/metrics.controller';
import { createRegistry } from './metrics/registry';
import { CLOCK, CONFIG, DATA_SOURCE, LOGGER, METRICS, POOL } from './tokens';

export interface PlatformOptions {
  readonly config: Config;
  /** Where PostgreSQL is: the configured one, or the embedded one that was just started. */
  readonly databaseUrl: string;
  readonly clock?: Clock;
  readonly logger?: Logger;
  readonly metrics?: Registry;
}

/** What every other module needs: configuration, clock, logger, metrics and the way to the database. */
@Module({})
export class PlatformModule implements OnApplicationShutdown {
  constructor(@Inject(POOL) private readonly pool: Pool) {}

  static forRoot(options: PlatformOptions): DynamicModule {
    const shared = providers(options);
    return {
      module: PlatformModule,
      global: true,
      imports: [dataSource(options.databaseUrl), HealthModule],
      controllers: [MetricsController],
      providers: shared,
      exports: [CONFIG, CLOCK, LOGGER, METRICS, POOL, DATA_SOURCE, HealthModule],
    };
  }

  /** Last of all: whoever still has work to finish needs the database. */
  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}

function providers({ config, databaseUrl, clock, logger, metrics }: PlatformOptions): Provider[] {
  const log = logger ?? createLogger(config);
  return [
    { provide: CONFIG, useValue: config },
    { provide: CLOCK, useValue: clock ?? systemClock },
    { provide: LOGGER, useValue: log },
    { provide: METRICS, useFactory: () => metrics ?? createRegistry() },
    { provide: POOL, useFactory: () => poolOf(databaseUrl, config, log) },
    { provide: DATA_SOURCE, useExisting: DataSource },
  ];
}

function poolOf(url: string, { databasePoolSize }: Config, logger: Logger): Pool {
  // One line for each idle connection would be many at once; what they mean is told by the health of the process.
  const onError = (err: Error): void => logger.debug({ err }, 'A connection to the database was lost');
  return createPool({ url, size: databasePoolSize, onError });
}

/** Libraries add their entities with `TypeOrmModule.forFeature([…])`. */
function dataSource(url: string): DynamicModule {
  return TypeOrmModule.forRoot({
    type: 'postgres',
    url,
    autoLoadEntities: true,
    synchronize: false,
    migrationsRun: false,
    retryAttempts: 1,
    logging: false,
    extra: { max: 4, application_name: 'lueckenlos' },
  });
}
