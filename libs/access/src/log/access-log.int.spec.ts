import { createTestDatabase, TestDatabase } from '@lueckenlos/platform/testing';
import { pino } from 'pino';
import '../problems/access.problems';
import { Identity } from '../identity/identity';
import { AccessLog } from './access-log';
import { accessMigrations } from './migrations';

const now = new Date('2026-03-01T12:00:00.000Z');
const auditor: Identity = { clientId: 'auditor', role: 'auditor', scopes: new Set() };
const silent = pino({ level: 'silent' });

describe('the access log', () => {
  let database: TestDatabase;
  let log: AccessLog;

  beforeAll(async () => {
    database = await createTestDatabase(accessMigrations);
    log = new AccessLog(database.pool, () => now, silent);
  });
  afterAll(() => database.drop());

  const entries = async () => {
    const { rows } = await database.pool.query<Record<string, unknown>>(
      'SELECT * FROM access.access_log ORDER BY id',
    );
    return rows;
  };

  it('keeps who asked, when, why, for which figure, and how it ended', async () => {
    const identity = { ...auditor, agency: 'town' };
    await log.record({ identity, operation: 'read-figure', resource: '/v1/drop-offs', purpose: 'Prüfung' });
    expect(await entries()).toEqual([
      {
        id: '1',
        at: now,
        client_id: 'auditor',
        role: 'auditor',
        agency: 'town',
        purpose: 'Prüfung',
        operation: 'read-figure',
        resource: '/v1/drop-offs',
        outcome: 'given',
      },
    ]);
  });

  it('keeps the entries of many who ask at the same time, each once and as it is', async () => {
    const before = await entries();
    const purposes = Array.from({ length: 200 }, (_, at) => (at % 3 === 0 ? undefined : `{"${at}",\\}`));
    await Promise.all(
      purposes.map((purpose, at) =>
        log.record({ identity: auditor, operation: 'read', resource: `r${at}`, purpose }),
      ),
    );
    const added = (await entries()).slice(before.length);
    expect(added.map(({ resource }) => resource)).toEqual(purposes.map((_, at) => `r${at}`));
    expect(added.map(({ purpose }) => purpose ?? undefined)).toEqual(purposes);
  });

  it('takes whatever text an address may hold', async () => {
    await log.record({ identity: auditor, operation: 'read', resource: `a\0b\uD800${'x'.repeat(9_000)}` });
    expect((await entries()).at(-1)?.resource).toMatch(/^a\uFFFDb\uFFFDxxx.*…sha256:[0-9a-f]{64}$/);
  });

  it.each([
    ["UPDATE access.access_log SET outcome = 'never'"],
    ['UPDATE access.access_log SET id = DEFAULT WHERE false'],
    ['DELETE FROM access.access_log'],
    ['TRUNCATE access.access_log'],
  ])('refuses %s, even to its owner', async (statement) => {
    const before = await entries();
    await expect(database.pool.query(statement)).rejects.toThrow('access_log is append-only');
    expect(await entries()).toEqual(before);
  });

  it('says so where it cannot be written', async () => {
    const elsewhere = await createTestDatabase();
    const broken = new AccessLog(elsewhere.pool, () => now, silent);
    await expect(
      broken.record({ identity: auditor, operation: 'read', resource: 'x' }),
    ).rejects.toMatchObject({
      status: 503,
      faults: [{ code: 'access.log-unavailable' }],
    });
    await elsewhere.drop();
  });
});
