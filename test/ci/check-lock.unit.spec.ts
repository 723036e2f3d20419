import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Entry {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly resolved?: string;
}

/** What the check says of a lock file, and with which exit code. */
function check(packages: Readonly<Record<string, Entry>>): { code: number | null; said: string } {
  const folder = mkdtempSync(join(tmpdir(), 'lueckenlos-lock-'));
  try {
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ dependencies: { pg: '^8.0.0' } }));
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages }));
    const script = join(__dirname, '../../tools/check-lock.mjs');
    const { status, stderr } = spawnSync(process.execPath, [script, folder], { encoding: 'utf8' });
    return { code: status, said: stderr };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const root: Entry = { dependencies: { pg: '^8.0.0' } };
const optional: Entry = { optionalDependencies: { 'pg-native': '*' } };

describe('the check of the lock file', () => {
  it('is content where every optional dependency has an entry, beside its package or further out', () => {
    expect(check({ '': root, 'node_modules/pg': optional, 'node_modules/pg-native': {} }).code).toBe(0);
    const nested = { 'node_modules/pg': optional, 'node_modules/pg/node_modules/pg-native': {} };
    expect(check({ '': root, ...nested }).code).toBe(0);
  });

  it('names an optional dependency that a registry copy lacked: npm ci would stop elsewhere', () => {
    const { code, said } = check({ '': root, 'node_modules/pg': optional });
    expect(code).toBe(1);
    expect(said).toContain('node_modules/pg: its optional dependency pg-native has no entry');
  });

  it('refuses an entry that names the host it was fetched from', () => {
    const { code, said } = check({ '': root, 'node_modules/pg': { resolved: 'https://mirror.test/pg.tgz' } });
    expect(code).toBe(1);
    expect(said).toContain('node_modules/pg');
    expect(said).not.toContain('mirror.test');
  });

  it('refuses a lock that is not in step with package.json', () => {
    expect(check({ '': { dependencies: { pg: '^7.0.0' } } }).said).toContain('pg is ^8.0.0 in package.json');
  });
});
