import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../testing';
import { migrate } from './migrate';

class CreateNote1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE note (id bigint)');
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE note');
  }
}

class FillNote1700000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('INSERT INTO note VALUES (1)');
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM note');
  }
}

describe('migrations', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it('run once, in the order of their timestamps, when several processes start at once', async () => {
    const all = [FillNote1700000000002, CreateNote1700000000001];
    await Promise.all([1, 2, 3, 4].map(() => migrate(database.url, all)));
    const { rows } = await database.pool.query<{ id: string }>('SELECT id FROM note');
    expect(rows).toEqual([{ id: '1' }]);
  });
});
