import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../testing/run-cli';
import { packTar } from './pack-tar';
import { unpackTar } from './unpack-tar';

const folder = mkdtempSync(join(tmpdir(), 'tar-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Sizes around the block of the format. */
const FILES = { empty: '', short: 'ü\n', block: 'x'.repeat(512), long: 'y'.repeat(200_001) };

describe('an archive', () => {
  const archive = join(folder, 'bundle.tar.gz');
  beforeAll(async () => {
    for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
    await packTar(folder, Object.keys(FILES), 'bundle', archive);
  });

  it('is one that tar unpacks, and so do we', async () => {
    const [ours, theirs] = [join(folder, 'ours'), join(folder, 'theirs')];
    mkdirSync(ours);
    mkdirSync(theirs);
    await unpackTar(archive, ours);
    execFileSync('tar', ['xzf', archive, '-C', theirs]);
    for (const [name, text] of Object.entries(FILES)) {
      expect(readFileSync(join(ours, name), 'utf8')).toBe(text);
      expect(readFileSync(join(theirs, 'bundle', name), 'utf8')).toBe(text);
    }
  });

  it('never takes the place of another', async () => {
    await expect(packTar(folder, ['short'], 'bundle', archive)).rejects.toMatchObject({ code: 'EEXIST' });
  });

  it('that is no bundle is refused in words', async () => {
    const { exitCode, stderr } = await runCli(['verify', archive]);
    expect([exitCode, stderr]).toEqual([
      2,
      expect.stringContaining('is no bundle that can be read (ENOENT)'),
    ]);
    expect((await runCli(['verify', join(folder, 'none')])).exitCode).toBe(2);
    expect((await runCli(['verify', join(folder, 'long')])).stderr).toContain('Z_DATA_ERROR');
  });
});
