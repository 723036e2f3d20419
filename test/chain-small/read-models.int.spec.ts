import { eventStoreMigrations, PostgresEventStore } from '@lueckenlos/event-store';
import { createTestDatabase, type TestDatabase } from '@lueckenlos/platform/testing';
import { dropOffs, projectionMigrations, ProjectionRunner } from '@lueckenlos/projections';
import { pino } from 'pino';
import { clocks, example, expectedTable, TABLES } from './example';
import { figureTables } from './figure-tables';
import { appendLines, definitionAppends, withoutRepeats } from './stored-events';

jest.setTimeout(60_000);

describe('the read models, fed with the worked example', () => {
  let database: TestDatabase;
  let store: PostgresEventStore;

  beforeAll(async () => {
    database = await createTestDatabase([...eventStoreMigrations, ...projectionMigrations]);
    store = new PostgresEventStore(database.pool);
  });
  afterAll(async () => {
    await store.close();
    await database.drop();
  });

  it('answer every table at every pair of clocks, whatever the pages, definitions coming in the middle', async () => {
    const runner = new ProjectionRunner({
      pool: database.pool,
      store,
      projection: dropOffs,
      logger: pino({ level: 'silent' }),
      pageSize: 700,
      pollMs: 10,
    });
    const lines = withoutRepeats(example.lines());
    await appendLines(store, lines.slice(0, 2_000));
    await store.append(definitionAppends(), new Date('2026-07-02T00:00:00Z'));
    await appendLines(store, lines.slice(2_000), 450);
    expect(await runner.catchUp()).toBe(await store.head());
    for (const at of clocks()) {
      const tables = await figureTables(database.pool, at);
      for (const name of TABLES)
        expect([at, name, tables[name]]).toEqual([at, name, expectedTable(name, at)]);
    }
  });
});
