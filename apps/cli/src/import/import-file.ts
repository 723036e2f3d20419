import { open } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Readable } from 'node:stream';
import { usageError } from '../errors/cli-error';
import { reasonOf } from '../errors/code-of';

const UNREADABLE = {
  en: 'Cannot read {file} ({reason}).',
  de: '{file} lässt sich nicht lesen ({reason}).',
};
const NO_FORMAT = {
  en: 'The name {file} does not say what is in the file: give --format ndjson or --format csv.',
  de: 'Der Name {file} sagt nicht, was in der Datei steht: --format ndjson oder --format csv angeben.',
};

export const FILE_FORMATS = ['ndjson', 'csv'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/** A file about to be sent. */
export interface ImportFile {
  readonly stream: Readable;
  readonly format: FileFormat;
  /** It goes out as it is. */
  readonly compressed: boolean;
  /** Bytes; undefined for what comes through a pipe. */
  readonly size?: number;
}

const ENDINGS: Readonly<Record<string, FileFormat>> = {
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
  '.csv': 'csv',
};

/** Opens a file; `-` is standard input. What is in it is said by `format`, else by the end of its name. */
export async function openImportFile(
  file: string,
  format: FileFormat | undefined,
  stdin: Readable,
): Promise<ImportFile> {
  const compressed = /\.gz$/i.test(file);
  const ending = extname(compressed ? file.slice(0, -'.gz'.length) : file);
  const known = format ?? (file === '-' ? 'ndjson' : ENDINGS[ending.toLowerCase()]);
  if (known === undefined) throw usageError(NO_FORMAT, { file });
  if (file === '-') return { stream: stdin, format: known, compressed: false };
  const { stream, size } = await opened(file);
  return { stream, size, format: known, compressed };
}

async function opened(file: string): Promise<{ stream: Readable; size: number }> {
  try {
    const handle = await open(file);
    const stats = await handle.stat();
    if (!stats.isDirectory()) return { stream: handle.createReadStream(), size: stats.size };
    await handle.close();
  } catch (error) {
    throw usageError(UNREADABLE, { file, reason: reasonOf(error) });
  }
  throw usageError(UNREADABLE, { file, reason: 'EISDIR' });
}
