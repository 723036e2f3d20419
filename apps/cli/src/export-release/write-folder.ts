import { createHash } from 'node:crypto';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { usageError } from '../errors/cli-error';
import { reasonOf } from '../errors/code-of';

const NOT_EMPTY = {
  en: '{folder} is not empty: nothing in it was touched.',
  de: '{folder} ist nicht leer: Darin wurde nichts verändert.',
};
const UNWRITABLE = {
  en: 'Cannot write to {folder} ({reason}).',
  de: 'In {folder} lässt sich nicht schreiben ({reason}).',
};

/** A file of an export. */
export interface ExportedFile {
  readonly path: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
}

/** @throws CliError where there is something in the folder, or it cannot be had */
export async function openFolder(folder: string): Promise<void> {
  const found = await inFolder(folder, async () => {
    await mkdir(folder, { recursive: true });
    return readdir(folder);
  });
  if (found.length > 0) throw usageError(NOT_EMPTY, { folder });
}

/** Writes files, and SHA256SUMS as `sha256sum -c` reads it. */
export async function writeFiles(folder: string, files: readonly ExportedFile[]): Promise<void> {
  await inFolder(folder, async () => {
    for (const { path, content } of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), content);
    }
    const sums = files.map(({ path, content }) => `${sha256(content)}  ${path}\n`);
    await writeFile(join(folder, 'SHA256SUMS'), sums.join(''));
  });
}

export function sha256(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

async function inFolder<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw usageError(UNWRITABLE, { folder, reason: reasonOf(error) });
  }
}
