import { resolve } from 'node:path';
import { configTable } from './config-table';
import { loadConfig } from './load-config';

describe('the configuration', () => {
  it('needs no variable at all', () => {
    expect(loadConfig({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:3000',
      dataDir: resolve('var'),
      databaseUrl: undefined,
      demo: 'krefeld',
    });
  });

  it('fills no database of somebody else with a demo unasked', () => {
    const databaseUrl = 'postgresql://town/lueckenlos';
    expect(loadConfig({ DATABASE_URL: databaseUrl }).demo).toBe('none');
    expect(loadConfig({ DATABASE_URL: databaseUrl, LUECKENLOS_DEMO: 'krefeld' }).demo).toBe('krefeld');
  });

  it('takes an empty variable for an absent one', () => {
    expect(loadConfig({ LUECKENLOS_PORT: '', DATABASE_URL: ' ' })).toMatchObject({
      port: 3000,
      databaseUrl: undefined,
    });
  });

  it('lists every wrong variable at once, with what would be valid and without its value', () => {
    const load = () =>
      loadConfig({
        LUECKENLOS_PORT: '70000',
        LUECKENLOS_DEMO: 'berlin',
        DATABASE_URL: 'mysql://root:secret@town',
        LUECKENLOS_SHUTDOWN_SECONDS: '31',
        LUECKENLOS_AGENCIES: './no-such-file.json',
      });
    expect(load).toThrow('LUECKENLOS_PORT must be a whole number from 0 to 65535');
    expect(load).toThrow('LUECKENLOS_DEMO must be one of krefeld, none');
    expect(load).toThrow('DATABASE_URL must be a URL starting with postgres:// or postgresql://');
    expect(load).toThrow('LUECKENLOS_SHUTDOWN_SECONDS must be a whole number from 1 to 25');
    expect(load).toThrow('LUECKENLOS_AGENCIES names a file that cannot be read (ENOENT)');
    expect(load).not.toThrow('secret');
  });

  it('names a file that the address of the database needs and nobody can read', () => {
    const DATABASE_URL =
      'postgresql://lueckenlos:secret@town/lueckenlos?sslmode=verify-full&sslrootcert=none.crt';
    expect(() => loadConfig({ DATABASE_URL })).toThrow(
      'DATABASE_URL names a file that cannot be read (ENOENT)',
    );
    expect(() => loadConfig({ DATABASE_URL })).not.toThrow('secret');
  });

  it('is listed with default and meaning', () => {
    const rows = configTable();
    expect(rows).toContainEqual(expect.objectContaining({ name: 'LUECKENLOS_PORT', default: '3000' }));
    expect(rows.every((row) => row.meaning.endsWith('.') && row.default !== '')).toBe(true);
  });
});
