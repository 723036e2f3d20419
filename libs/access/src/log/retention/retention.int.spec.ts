import { HealthRegistry } from '@lueckenlos/platform';
import { createTestDatabase, TestDatabase } from '@lueckenlos/platform/testing';
import { pino } from 'pino';
import { Identity } from '../../identity/identity';
import { AccessLog } from '../access-log';
import { accessMigrations } from '../migrations';
import { AccessLogRetention } from './access-log-retention';

const auditor: Identity = { clientId: 'auditor', role: 'auditor', scopes: new Set() };
const A_DAY_MS = 86_400_000;

describe('the retention of the access log', () => {
  // The database goes by its own clock where it keeps the last weeks, so ours begins with the real one.
  const start = new Date();
  let now = start;
  const lines: Record<string, unknown>[] = [];
  const logger = pino({ level: 'info' }, { write: (line) => void lines.push(JSON.parse(line) as never) });
  let database: TestDatabase;
  let log: AccessLog;
  let retention: AccessLogRetention;

  beforeEach(async () => {
    database = await createTestDatabase(accessMigrations);
    log = new AccessLog(database.pool, () => now, logger);
    const config = { accessLogRetention: 'P60D' };
    retention = new AccessLogRetention(database.pool, () => now, config, logger, new HealthRegistry());
    lines.length = 0;
  });
  afterEach(() => database.drop());

  /** An entry of so many days ago. */
  const entry = async (days: number): Promise<void> => {
    now = new Date(start.getTime() - days * A_DAY_MS);
    await log.record({ identity: auditor, operation: 'read', resource: `${days} days ago` });
    now = start;
  };
  const resources = async () => {
    const { rows } = await database.pool.query<{ resource: string; outcome: string }>(
      'SELECT resource, outcome FROM access.access_log ORDER BY id',
    );
    return rows;
  };

  it('lets go of what is older, says so in the log of the process, and in the access log itself', async () => {
    for (const days of [400, 61, 59, 1]) await entry(days);
    expect(await retention.run()).toBe(2);
    const before = new Date(start.getTime() - 60 * A_DAY_MS).toISOString();
    expect(await resources()).toEqual([
      { resource: '59 days ago', outcome: 'given' },
      { resource: '1 days ago', outcome: 'given' },
      { resource: `entries before ${before.slice(0, 19)}Z`, outcome: 'deleted:2' },
    ]);
    expect(lines).toMatchObject([{ expired: 2, before, msg: 'Deleted expired entries of the access log' }]);
  });

  it('says nothing where nothing has expired', async () => {
    await entry(1);
    expect(await retention.run()).toBe(0);
    expect(await resources()).toHaveLength(1);
    expect(lines).toEqual([]);
  });

  it('is the only way: nobody else deletes an old entry, nor a whole statement beside it', async () => {
    await entry(400);
    await expect(database.pool.query('DELETE FROM access.access_log')).rejects.toThrow('is append-only');
    await retention.run();
    await entry(300);
    await expect(database.pool.query('DELETE FROM access.access_log')).rejects.toThrow('is append-only');
  });

  it('keeps the last weeks, whatever anybody takes for expired', async () => {
    await entry(400);
    await entry(1);
    await expect(database.pool.query('SELECT access.expire_access_log(now(), now())')).rejects.toThrow(
      'is append-only',
    );
    expect(await resources()).toHaveLength(2);
  });

  it('works where the service owns nothing of it any more, and cannot delete itself', async () => {
    await entry(400);
    await entry(1);
    const [keeper, service] = [`keeper_${process.pid}`, `service_${process.pid}`];
    const client = await database.pool.connect();
    const run = async (...statements: string[]): Promise<void> => {
      for (const statement of statements) await client.query(statement);
    };
    try {
      await run(
        'BEGIN',
        `CREATE ROLE ${keeper}`,
        `CREATE ROLE ${service}`,
        `ALTER SCHEMA access OWNER TO ${keeper}`,
        `ALTER TABLE access.access_log OWNER TO ${keeper}`,
        `ALTER FUNCTION access.refuse_deletion() OWNER TO ${keeper}`,
        `ALTER FUNCTION access.expire_access_log(timestamptz, timestamptz) OWNER TO ${keeper}`,
        `GRANT USAGE ON SCHEMA access TO ${service}`,
        `GRANT SELECT, INSERT ON access.access_log TO ${service}`,
        `SET ROLE ${service}`,
      );
      const { rows } = await client.query<{ n: string }>(
        "SELECT access.expire_access_log(now() - interval '60 days', now()) AS n",
      );
      expect(rows).toEqual([{ n: '1' }]);
      await expect(client.query('DELETE FROM access.access_log')).rejects.toThrow('permission denied');
    } finally {
      await run('ROLLBACK');
      client.release();
    }
  });

  it('runs at the start of the process', async () => {
    await entry(400);
    retention.onApplicationBootstrap();
    await retention.onModuleDestroy();
    expect(await resources()).toMatchObject([{ outcome: 'deleted:1' }]);
  });
});
