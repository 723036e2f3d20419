import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The files that a run of the tool has loaded. */
function loadedBy(...args: string[]): string[] {
  const list = join(folder, 'loaded');
  const hooks = [join(ROOT, 'test/setup/typescript.cjs'), join(__dirname, 'testing/tell-loaded.cjs')];
  execFileSync(
    process.execPath,
    [...hooks.flatMap((hook) => ['-r', hook]), join(__dirname, 'main.ts'), ...args],
    {
      cwd: ROOT,
      env: { PATH: process.env['PATH'], LOADED_FILES: list },
      stdio: 'pipe',
    },
  );
  return readFileSync(list, 'utf8').split('\n');
}

describe('the command line starts at once', () => {
  it.each([
    ['config', ['config']],
    ['synthesise', ['synthesise', '--cases', '10', '--out', '-']],
    ['help', ['--help']],
  ])('%s loads neither Nest nor what comes with it', (_, args) => {
    const loaded = loadedBy(...args);
    expect(loaded.some((file) => file.endsWith(join('libs', 'terminal', 'src', 'index.ts')))).toBe(true);
    expect(loaded.filter((file) => /@nestjs|reflect-metadata|rxjs|typeorm|[/\\]pg[/\\]/.test(file))).toEqual(
      [],
    );
  });
});
