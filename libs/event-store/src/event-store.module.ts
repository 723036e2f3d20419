import {
  CONFIG,
  HealthRegistry,
  LOGGER,
  POOL,
  ProblemError,
  Trouble,
  type Config,
  type Fault,
  type Logger,
} from '@lueckenlos/platform';
import {
  Inject,
  Module,
  Optional,
  type DynamicModule,
  type InjectionToken,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import type { Pool } from 'pg';
import { refuseOtherLog } from './engine/refuse-other-log';
import { openEventStoreDb } from './eventstoredb/open-store';
import type { EventStore } from './port';
import { PostgresEventStore } from './postgresql/postgres-event-store';
import { EVENT_STORE } from './tokens';

/** Less than the patience of who asks, so that the answer says why. */
const CHECK_MS = 2_000;

const optional = (token: InjectionToken): { token: InjectionToken; optional: true } => {
  return { token, optional: true };
};

/** Provides the log to all modules of a process and closes it when requests have come to their end. */
@Module({})
export class EventStoreModule implements OnModuleInit, OnApplicationShutdown {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(POOL) private readonly pool: Pool,
    @Optional() private readonly health?: HealthRegistry,
    @Optional() @Inject(LOGGER) private readonly logger?: Logger,
  ) {}

  /** In PostgreSQL, or on EventStoreDB where the configuration names one. */
  static forRoot(): DynamicModule {
    const useFactory = (pool: Pool, config?: Config, logger?: Logger): EventStore =>
      config?.eventStoreUrl === undefined
        ? new PostgresEventStore(pool)
        : openEventStoreDb(config.eventStoreUrl, config, pool, logger);
    return {
      module: EventStoreModule,
      global: true,
      providers: [{ provide: EVENT_STORE, inject: [POOL, optional(CONFIG), optional(LOGGER)], useFactory }],
      exports: [EVENT_STORE],
    };
  }

  async onModuleInit(): Promise<void> {
    await refuseOtherLog(this.pool, this.store.engine);
    const trouble = this.logger && new Trouble(this.logger, { part: 'event-store' });
    this.health?.add('event-store', () => this.standing(trouble));
  }

  private async standing(trouble?: Trouble): Promise<Fault | undefined> {
    const fault = await this.store.check?.(CHECK_MS);
    if (fault) trouble?.met(new ProblemError(fault));
    else trouble?.passed();
    return fault;
  }

  onApplicationShutdown(): Promise<void> {
    return this.store.close();
  }
}
