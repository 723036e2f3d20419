import type { OutputStream } from '@lueckenlos/terminal';
import { open } from 'node:fs/promises';
import { usageError } from '../errors/cli-error';
import { reasonOf } from '../errors/code-of';

const UNWRITABLE = {
  en: 'Cannot write to {file} ({reason}).',
  de: 'In {file} lässt sich nicht schreiben ({reason}).',
};

/** Where bytes go. */
export interface Output {
  readonly stream: NodeJS.WritableStream;
  /** Standard output is not ours to close. */
  readonly end: boolean;
}

/** Opens a file before any work is done for it; `-` is standard output. */
export async function openOutput(file: string, stdout: OutputStream): Promise<Output> {
  if (file === '-') return { stream: stdout, end: false };
  try {
    const handle = await open(file, 'w');
    return { stream: handle.createWriteStream(), end: true };
  } catch (error) {
    throw usageError(UNWRITABLE, { file, reason: reasonOf(error) });
  }
}
