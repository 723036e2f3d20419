import { Readable, pipeline } from 'node:stream';
import { constants, createGzip } from 'node:zlib';

/** The log is larger than anything else that is sent; most of what compression saves, it saves at its fastest. */
const FASTEST = { level: constants.Z_BEST_SPEED };

/** Whether an `Accept-Encoding` likes gzip: named, or meant by `*`, and not with the weight 0. */
export function acceptsGzip(header: string | undefined): boolean {
  const weights = new Map((header ?? '').toLowerCase().split(',').map(readCoding));
  return (weights.get('gzip') ?? weights.get('x-gzip') ?? weights.get('*') ?? 0) > 0;
}

function readCoding(coding: string): [string, number] {
  const [name = '', ...parameters] = coding.split(';').map((part) => part.trim());
  const weight = parameters.find((parameter) => parameter.startsWith('q='));
  return [name, weight === undefined ? 1 : Number(weight.slice(2))];
}

/**
 * Lines as the body of an answer, as fast as it is taken. Nothing is read before somebody reads the body; whoever destroys it
 * lets go of everything behind it.
 */
export function bodyOf(lines: AsyncIterable<string>, gzip: boolean): Readable {
  return Readable.from(gzip ? compressed(lines) : lines, { objectMode: false });
}

async function* compressed(lines: AsyncIterable<string>): AsyncGenerator<Buffer> {
  // What the source throws comes out of the compressor, too: there is nothing left to do with it here.
  const source = Readable.from(lines, { objectMode: false });
  yield* pipeline(source, createGzip(FASTEST), () => undefined) as AsyncIterable<Buffer>;
}
