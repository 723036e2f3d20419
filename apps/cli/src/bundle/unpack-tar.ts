import { createReadStream, createWriteStream } from 'node:fs';
import { basename, join } from 'node:path';
import { pipeline, Readable } from 'node:stream';
import { pipeline as through } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { BLOCK, padding } from './pack-tar';

/** Unpacks the files of a compressed archive into a folder, by their last names: none lands elsewhere. */
export async function unpackTar(archive: string, folder: string): Promise<void> {
  // Whatever breaks on the way breaks the last stream, where the reader sees it.
  const plain = pipeline(createReadStream(archive), createGunzip(), () => undefined);
  const source = new ByteSource(plain as AsyncIterable<Buffer>);
  for (;;) {
    const head = await source.whole(BLOCK);
    if (head.length < BLOCK || head[0] === 0) return;
    const name = head.toString('utf8', 0, 100).replace(/\0[^]*$/, '');
    const size = parseInt(head.toString('ascii', 124, 135), 8);
    await through(Readable.from(source.take(size)), createWriteStream(join(folder, basename(name))));
    await source.whole(padding(size));
  }
}

/** Bytes as they come, taken in portions of a given size. */
class ByteSource {
  private rest: Buffer = Buffer.alloc(0);
  private readonly chunks: AsyncIterator<Buffer>;

  constructor(chunks: AsyncIterable<Buffer>) {
    this.chunks = chunks[Symbol.asyncIterator]();
  }

  /** The next so many bytes, or what is left of them. */
  async *take(size: number): AsyncGenerator<Buffer> {
    for (let left = size; left > 0;) {
      if (this.rest.length === 0) {
        const next = await this.chunks.next();
        if (next.done) return;
        this.rest = next.value;
      }
      const part = this.rest.subarray(0, left);
      this.rest = this.rest.subarray(part.length);
      left -= part.length;
      yield part;
    }
  }

  async whole(size: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    for await (const part of this.take(size)) parts.push(part);
    return Buffer.concat(parts);
  }
}
