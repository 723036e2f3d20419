import { appendFileSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { temporaryFolder, until } from '../testing';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres';

jest.setTimeout(60_000);

describe('the embedded PostgreSQL', () => {
  let folder: string;
  let server: EmbeddedPostgres | undefined;

  beforeAll(() => {
    folder = temporaryFolder();
  });
  beforeEach(async () => {
    server = await startEmbeddedPostgres(folder, { durable: false });
  });
  afterEach(() => server?.stop());
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const ask = async (statement: string) => {
    const client = new Client({ connectionString: server?.url });
    client.on('error', () => undefined);
    try {
      await client.connect();
      const { rows } = await client.query<Record<string, string>>(statement);
      return rows[0];
    } finally {
      await client.end();
    }
  };
  const restart = async (meanwhile: () => void) => {
    await server?.stop();
    meanwhile();
    server = await startEmbeddedPostgres(folder, { durable: false });
  };

  it('lets in nobody without the password, which only we can read', async () => {
    const url = new URL(server?.url ?? '');
    url.password = 'guess';
    await expect(new Client({ connectionString: url.href }).connect()).rejects.toThrow(
      'password authentication failed',
    );
    expect(statSync(join(folder, 'postgres-password')).mode & 0o777).toBe(0o600);
  });

  it('listens on this machine alone', async () => {
    expect(await ask('SHOW listen_addresses')).toEqual({ listen_addresses: '127.0.0.1' });
  });

  it('keeps what was stored over a restart', async () => {
    await ask('CREATE TABLE note AS SELECT 1 AS id');
    await restart(() => undefined);
    expect(await ask('SELECT id FROM note')).toEqual({ id: 1 });
  });

  it('refuses a second owner of the folder and leaves the first one alone', async () => {
    await expect(startEmbeddedPostgres(folder)).rejects.toThrow('Another process is using the data folder');
    expect(await ask('SELECT 1 AS one')).toEqual({ one: 1 });
  });

  it('starts though a note of a crashed server names a process that is somebody else by now', async () => {
    await restart(() =>
      writeFileSync(join(folder, 'postgres', 'postmaster.pid'), `${process.pid}\n${folder}\n0\n1\n`),
    );
    expect(await ask('SELECT 1 AS one')).toEqual({ one: 1 });
  });

  it.each([
    ['is killed', (postmaster: number) => process.kill(postmaster, 'SIGKILL')],
    [
      'loses one of its processes and breaks all connections off',
      async () => {
        const pid = await ask(
          'SELECT pid FROM pg_stat_activity WHERE application_name = $$lueckenlos owner$$',
        );
        process.kill(Number(pid?.['pid']), 'SIGKILL');
      },
    ],
  ])('serves again under the same address when it %s, and still keeps others off', async (_, kill) => {
    await kill(Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]));
    const owned = `SELECT count(*)::int AS n FROM pg_stat_activity WHERE application_name = 'lueckenlos owner'`;
    await until(async () => (await ask(owned))?.['n'], { timeoutMs: 30_000 });
    await expect(startEmbeddedPostgres(folder)).rejects.toThrow('Another process is using the data folder');
  });

  it('says with the words of the server why it does not start', async () => {
    await server?.stop();
    server = undefined;
    appendFileSync(join(folder, 'postgres', 'postgresql.conf'), '\nnonsense = on\n');
    await expect(startEmbeddedPostgres(folder)).rejects.toThrow(
      'unrecognized configuration parameter "nonsense"',
    );
  });
});
