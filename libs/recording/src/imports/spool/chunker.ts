import { CHUNK_SIZE } from './chunk-size';

/** Cuts a stream into pieces of {@link CHUNK_SIZE}; the last one may be shorter. */
export async function* chunks(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let parts: Buffer[] = [];
  let size = 0;
  for await (const part of source) {
    let rest = part;
    while (size + rest.length >= CHUNK_SIZE) {
      const fitting = CHUNK_SIZE - size;
      yield Buffer.concat([...parts, rest.subarray(0, fitting)]);
      rest = rest.subarray(fitting);
      parts = [];
      size = 0;
    }
    if (rest.length > 0) parts.push(rest);
    size += rest.length;
  }
  if (size > 0) yield Buffer.concat(parts);
}
