import { StringDecoder } from 'node:string_decoder';

/** Whatever a log comes in: bytes of a file, of a response, or text. */
export type Chunks = AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>;

/** Cuts bytes into lines, some at a time, without holding more than came at once. An empty last line is none. */
export async function* linesOf(chunks: Chunks): AsyncGenerator<string[]> {
  // It takes a third of the time of TextDecoder.
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for await (const chunk of chunks) {
    const text =
      typeof chunk === 'string'
        ? chunk
        : decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length));
    const lines = text.split('\n');
    lines[0] = rest + (lines[0] ?? '');
    rest = lines.pop() ?? '';
    yield lines;
  }
  if (rest !== '') yield [rest];
}
