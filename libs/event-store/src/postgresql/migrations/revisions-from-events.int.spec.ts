import { migrate } from '@lueckenlos/platform';
import { createTestDatabase, type TestDatabase } from '@lueckenlos/platform/testing';
import { anAppend, NOW, someEvents } from '../../testing/builders';
import { openStore } from '../testing/postgres-engine';
import { eventStoreMigrations } from '.';

describe('A log of the time when each stream had a row', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase(eventStoreMigrations.slice(0, 1));
  });
  afterAll(() => database.drop());

  it('goes on where it stands: streams, ids and positions', async () => {
    const store = openStore(database.url);
    const first = [anAppend('case-1', { events: someEvents(3) }), anAppend('case-2')];
    const places = await store.append(first, NOW);
    await migrate(database.url, eventStoreMigrations);

    expect(await store.append(first, NOW)).toEqual(places.map((place) => ({ ...place, stored: false })));
    const second = [anAppend('case-1', { expected: 2n }), anAppend('case-3', { expected: 'noStream' })];
    expect(await store.append(second, NOW)).toMatchObject([
      { stream: 'case-1', revision: 3n, position: 5n },
      { stream: 'case-3', revision: 0n, position: 6n },
    ]);
    await store.close();
  });
});
