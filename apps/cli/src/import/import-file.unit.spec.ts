import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { openImportFile, type FileFormat } from './import-file';

const folder = mkdtempSync(join(tmpdir(), 'import-file-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function opened(name: string, format?: FileFormat) {
  writeFileSync(join(folder, name), 'text');
  const { stream, ...file } = await openImportFile(join(folder, name), format, Readable.from([]));
  stream.destroy();
  return file;
}

describe('a file to import', () => {
  it.each([
    ['events.ndjson', undefined, { format: 'ndjson', compressed: false, size: 4 }],
    ['events.JSONL', undefined, { format: 'ndjson', compressed: false, size: 4 }],
    ['events.csv.gz', undefined, { format: 'csv', compressed: true, size: 4 }],
    ['events.2026.ndjson.gz', undefined, { format: 'ndjson', compressed: true, size: 4 }],
    ['events.txt', 'csv', { format: 'csv', compressed: false, size: 4 }],
    ['events.gz', 'ndjson', { format: 'ndjson', compressed: true, size: 4 }],
  ] as const)('%s (told: %s) is known by its name', async (name, format, file) => {
    expect(await opened(name, format)).toEqual(file);
  });

  it('whose name says nothing is asked about', async () => {
    await expect(opened('events.txt')).rejects.toThrow('give --format ndjson or --format csv');
    await expect(opened('events.gz')).rejects.toThrow('give --format ndjson or --format csv');
  });

  it('that cannot be read is named before anything is sent', async () => {
    const missing = join(folder, 'missing.csv');
    await expect(openImportFile(missing, undefined, Readable.from([]))).rejects.toThrow(
      `${missing} (ENOENT)`,
    );
    await expect(openImportFile(folder, 'csv', Readable.from([]))).rejects.toThrow(`${folder} (EISDIR)`);
  });

  it('may come through a pipe', async () => {
    const stdin = Readable.from([Buffer.from('text')]);
    expect(await openImportFile('-', undefined, stdin)).toEqual({
      stream: stdin,
      format: 'ndjson',
      compressed: false,
    });
  });
});
