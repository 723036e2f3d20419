import { POOL } from '@lueckenlos/platform';
import { createTestDatabase } from '@lueckenlos/platform/testing';
import { Global, Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { EventStoreModule } from './event-store.module';
import type { EventStore } from './port';
import { eventStoreMigrations } from './migrations';
import { anAppend } from './testing';
import { EVENT_STORE } from './tokens';

describe('The event store in Nest', () => {
  it('is there for every module, on the pool of the platform, and closes with the application', async () => {
    const database = await createTestDatabase(eventStoreMigrations);
    @Global()
    @Module({ providers: [{ provide: POOL, useValue: database.pool }], exports: [POOL] })
    class PoolModule {}
    const app = await Test.createTestingModule({
      imports: [PoolModule, EventStoreModule.forRoot()],
    }).compile();
    const store = app.get<EventStore>(EVENT_STORE);
    const [event] = await store.append([anAppend('case-1')], new Date('2026-03-01T12:00:00.000Z'));
    expect(event).toMatchObject({ position: 1n, stored: true });
    await app.close();
    await expect(store.head()).rejects.toMatchObject({ status: 503 });
    await database.drop();
  });
});
