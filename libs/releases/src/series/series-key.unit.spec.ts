import { temporaryFolder } from '@lueckenlos/platform/testing';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSeriesKey } from './series-key';

describe('the secret of a series', () => {
  let folder: string;
  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const open = (file?: string) => openSeriesKey({ dataDir: folder, releaseSeriesKeyFile: file });

  it('is made once, also by two processes that start at once, in a file that only its owner may read', async () => {
    const keys = await Promise.all([open(), open(), open()]);
    expect(new Set(keys.map(({ id }) => id)).size).toBe(1);
    const file = join(folder, 'release-series.key');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(Buffer.from(keys[0]?.secret ?? []).toString('hex')).toBe(readFileSync(file, 'utf8').trim());
    expect((await open()).id).toBe(keys[0]?.id);
  });

  it('is that of the file that is named, and has a name that does not give it away', async () => {
    const file = join(folder, 'own.key');
    writeFileSync(file, 'ab'.repeat(32));
    const { id, secret } = await open(file);
    expect(secret).toEqual(Buffer.alloc(32, 0xab));
    // sha256sum of these 32 bytes, its first 16 digits.
    expect(id).toBe('9a2db2e23f1504cd');
    writeFileSync(file, 'ab'.repeat(23));
    await expect(open(file)).rejects.toThrow('at least 48 hexadecimal digits');
  });
});
