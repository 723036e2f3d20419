import { createTestDatabase, type TestDatabase } from '@lueckenlos/platform/testing';
import { eventStoreMigrations } from '../migrations';
import { PostgresEventStore } from '../postgresql/postgres-event-store';
import { anAppend } from '../testing';
import { refuseOtherLog } from './refuse-other-log';

const NOW = new Date('2026-03-01T12:00:00.000Z');

describe('A database in which a log has begun', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await createTestDatabase(eventStoreMigrations);
  });
  afterEach(() => database.drop());

  it('refuses a process that would begin another one on EventStoreDB', async () => {
    const store = new PostgresEventStore(database.pool);
    await store.append([anAppend('case-1')], NOW);
    await store.close();
    await expect(refuseOtherLog(database.pool, 'eventstoredb')).rejects.toThrow('EVENTSTORE_URL');
    await refuseOtherLog(database.pool, 'postgresql');
  });

  it('refuses a process that has lost the address of its EventStoreDB and would begin one in PostgreSQL', async () => {
    await database.pool.query(
      `INSERT INTO event_store.receipt (id, stream, revision, position, type, recorded_at, ours)
       VALUES (gen_random_uuid(), 'case-1', 0, 7, 'lueckenlos.stage-reached.v1', now(), true)`,
    );
    await expect(refuseOtherLog(database.pool, 'postgresql')).rejects.toThrow('EVENTSTORE_URL');
    await refuseOtherLog(database.pool, 'eventstoredb');
  });

  it('takes either while it is empty', async () => {
    await refuseOtherLog(database.pool, 'postgresql');
    await refuseOtherLog(database.pool, 'eventstoredb');
  });
});
