import { createTestDatabase, type TestDatabase } from '../testing';
import { inTransaction } from './transaction';

describe('a transaction', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase();
    await database.pool.query('CREATE TABLE note (id bigint)');
  });
  afterAll(() => database.drop());
  beforeEach(() => database.pool.query('TRUNCATE note'));

  const notes = async () => (await database.pool.query<{ id: string }>('SELECT id FROM note')).rows;

  it('stores what the work wrote and hands over its result', async () => {
    const result = await inTransaction(database.pool, async (client) => {
      await client.query('INSERT INTO note VALUES (1)');
      return 'done';
    });
    expect(result).toBe('done');
    // 64-bit numbers stay text, as TypeORM expects.
    expect(await notes()).toEqual([{ id: '1' }]);
  });

  it('stores nothing when the work fails', async () => {
    const work = inTransaction(database.pool, async (client) => {
      await client.query('INSERT INTO note VALUES (1)');
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    expect(await notes()).toEqual([]);
  });

  it('rejects, and leaves the pool usable, when the connection dies in the middle', async () => {
    const work = inTransaction(database.pool, async (client) => {
      await client.query('INSERT INTO note VALUES (1)');
      const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      await database.pool.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid]);
      await client.query('SELECT 1');
    });
    await expect(work).rejects.toThrow();
    expect(await notes()).toEqual([]);
  });
});
