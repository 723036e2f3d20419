import { POOL } from '@lueckenlos/platform';
import { Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import type { Pool } from 'pg';
import type { EventStore } from './port';
import { PostgresEventStore } from './postgresql/postgres-event-store';
import { EVENT_STORE } from './tokens';

/** Provides the log to all modules of a process and closes it when requests have come to their end. */
@Module({})
export class EventStoreModule implements OnApplicationShutdown {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  static forRoot(): DynamicModule {
    const useFactory = (pool: Pool): EventStore => new PostgresEventStore(pool);
    return {
      module: EventStoreModule,
      global: true,
      providers: [{ provide: EVENT_STORE, inject: [POOL], useFactory }],
      exports: [EVENT_STORE],
    };
  }

  onApplicationShutdown(): Promise<void> {
    return this.store.close();
  }
}
