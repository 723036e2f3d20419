import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

/** The block of a tar archive (POSIX ustar). */
export const BLOCK = 512;

/** Writes files of a folder into a compressed archive, below a folder of a given name. Nothing that is there is overwritten. */
export async function packTar(
  folder: string,
  files: readonly string[],
  root: string,
  out: string,
): Promise<void> {
  async function* blocks(): AsyncGenerator<Uint8Array> {
    for (const file of files) {
      const path = join(folder, file);
      const { size } = await stat(path);
      yield header(`${root}/${file}`, size);
      yield* createReadStream(path) as AsyncIterable<Uint8Array>;
      yield Buffer.alloc(padding(size));
    }
    yield Buffer.alloc(2 * BLOCK);
  }
  await pipeline(Readable.from(blocks()), createGzip(), createWriteStream(out, { flags: 'wx', mode: 0o600 }));
}

/** Bytes up to the next block. */
export function padding(size: number): number {
  return (BLOCK - (size % BLOCK)) % BLOCK;
}

/** Name, mode, size and kind of a file; owner and time say nothing. */
function header(name: string, size: number): Buffer {
  const block = Buffer.alloc(BLOCK);
  block.write(name, 0, 100);
  block.write('0000644\0', 100);
  block.write('0000000\0', 108);
  block.write('0000000\0', 116);
  block.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
  block.write('00000000000\0', 136);
  // The sum counts itself as blanks.
  block.write('        ', 148);
  block.write('0', 156);
  block.write('ustar\0', 257);
  block.write('00', 263);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}
