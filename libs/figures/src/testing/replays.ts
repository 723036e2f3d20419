import { eventStoreMigrations, MemoryEventStore } from '@lueckenlos/event-store';
import { createTestDatabase, type TestDatabase } from '@lueckenlos/platform/testing';
import { dropOffs, projectionMigrations, ProjectionRunner } from '@lueckenlos/projections';
import { pino } from 'pino';
import { appendsOf, type Delivery } from './stored-events';

const ARRIVAL = new Date('2026-01-01T00:00:00Z');

/** A log in memory. */
export async function logOf(deliveries: Iterable<Delivery>): Promise<MemoryEventStore> {
  const store = new MemoryEventStore();
  for (const batch of appendsOf(deliveries)) await store.append(batch, ARRIVAL);
  return store;
}

/** The same log as it was when it went up to a position. */
export async function logUpTo(log: MemoryEventStore, position: number): Promise<MemoryEventStore> {
  const store = new MemoryEventStore();
  for (const { stream, ...event } of await log.readAll(0n, position)) {
    await store.append([{ stream, expected: 'any', events: [event] }], ARRIVAL);
  }
  return store;
}

/** The read models of a log, in a database of their own. */
export async function replay(store: MemoryEventStore): Promise<TestDatabase> {
  const database = await createTestDatabase([...eventStoreMigrations, ...projectionMigrations]);
  const options = { pool: database.pool, logger: pino({ level: 'silent' }), pageSize: 400, pollMs: 10 };
  await new ProjectionRunner({ ...options, store, projection: dropOffs }).catchUp();
  return database;
}
