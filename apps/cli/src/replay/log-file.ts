import { open } from 'node:fs/promises';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { usageError } from '../errors/cli-error';
import { reasonOf } from '../errors/code-of';

const UNREADABLE = {
  en: 'Cannot read {file} ({reason}).',
  de: '{file} lässt sich nicht lesen ({reason}).',
};

/** A log as it is read, with what there is to read of it. */
export interface OpenedLog {
  readonly chunks: AsyncIterable<Uint8Array | string>;
  readonly unit: 'bytes' | 'events';
  /** Bytes of the file, or events. */
  readonly total: number;
}

/** Opens an exported log; one that ends with `.gz` is taken apart on the way. */
export async function openLogFile(file: string, onBytes: (bytes: number) => void): Promise<OpenedLog> {
  const { stream, size } = await opened(file);
  return { chunks: chunksOf(file, measured(stream, onBytes)), unit: 'bytes', total: size };
}

async function* measured(stream: Readable, onBytes: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  let read = 0;
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    onBytes((read += chunk.length));
    yield chunk;
  }
}

/** A file that is cut, or is no gzip, shows while it is read. */
async function* chunksOf(file: string, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  // Whatever breaks on the way breaks the last stream, where the reader sees it.
  const plain = /\.gz$/i.test(file) ? pipeline(bytes, createGunzip(), () => undefined) : bytes;
  try {
    yield* plain as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw usageError(UNREADABLE, { file, reason: reasonOf(error) });
  }
}

async function opened(file: string): Promise<{ stream: Readable; size: number }> {
  try {
    const handle = await open(file);
    const stats = await handle.stat();
    if (!stats.isDirectory())
      return { stream: handle.createReadStream({ highWaterMark: 2 ** 18 }), size: stats.size };
    await handle.close();
  } catch (error) {
    throw usageError(UNREADABLE, { file, reason: reasonOf(error) });
  }
  throw usageError(UNREADABLE, { file, reason: 'EISDIR' });
}
