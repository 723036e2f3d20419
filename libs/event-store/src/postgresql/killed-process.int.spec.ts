import { createTestDatabase, until, type TestDatabase } from '@lueckenlos/platform/testing';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expectUnbroken, expectRevisionsInOrder } from '../testing/expectations';
import { randomOf } from '../testing/random';
import { eventStoreMigrations } from './migrations';
import { openStore } from './testing/postgres-engine';

const SEED = Math.floor(Math.random() * 2 ** 32);
const KILLS = Number(process.env['LUECKENLOS_TEST_KILLS'] ?? 2);

/** Starts a writer, kills it at once after so many acknowledged events, and answers all that it acknowledged. */
async function acknowledgedBeforeKill(url: string, events: number): Promise<string[]> {
  const writer = spawn(process.execPath, [join(__dirname, 'testing/writer-process.cjs'), url]);
  const closed = once(writer, 'close');
  const acknowledged: string[] = [];
  for await (const line of createInterface(writer.stdout)) {
    acknowledged.push(line);
    if (acknowledged.length === events) {
      writer.kill('SIGKILL');
    }
  }
  await closed;
  return acknowledged;
}

/** The server finishes the last statement of a dead client before it notices. */
async function isAlone({ pool }: TestDatabase): Promise<boolean> {
  const { rowCount } = await pool.query(
    'SELECT FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
  );
  return rowCount === 0;
}

describe('A process that is killed with signal 9 while it writes', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase(eventStoreMigrations);
  });
  afterAll(() => database.drop());

  it(`has lost nothing that it acknowledged and left nothing half, ${KILLS} times (seed ${SEED})`, async () => {
    const random = randomOf(SEED);
    const store = openStore(database.url);
    const acknowledged: string[] = [];
    for (let kill = 0; kill < KILLS; kill++) {
      acknowledged.push(...(await acknowledgedBeforeKill(database.url, 1 + random(600))));
    }
    await until(() => isAlone(database), { what: 'the server to notice that the writers are dead' });
    const log = await store.readAll(0n, 1_000_000);
    const written = new Set(log.map(({ position, id }) => `${position} ${id}`));
    expect(acknowledged.filter((line) => !written.has(line))).toEqual([]);
    expect(acknowledged.length).toBeGreaterThan(0);
    expect(log.length % 20).toBe(0);
    expectRevisionsInOrder(log);
    await expectUnbroken(store, log);
    await store.close();
  }, 120_000);
});
