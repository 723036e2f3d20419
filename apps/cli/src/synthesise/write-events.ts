import { eventsToNdjson, synthesise, type SynthesisOptions } from '@lueckenlos/krefeld';
import { createHash, type Hash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Output } from './open-output';
import type { Tally } from './tally';

/** SHA-256 in hexadecimal. */
export interface Digests {
  /** Of the lines: an import of the file reports the same. */
  readonly lines: string;
  /** Of the bytes that were written. */
  readonly output: string;
}

interface Writing {
  readonly output: Output;
  readonly gzip: boolean;
  readonly tally: Tally;
}

/** Streams the events; a slow reader slows the generator down, so that memory does not grow. */
export async function writeEvents(
  options: SynthesisOptions,
  { output, gzip, tally }: Writing,
): Promise<Digests> {
  const [lines, written] = [createHash('sha256'), createHash('sha256')];
  const chunks = eventsToNdjson(tally.count(synthesise(options)));
  const { stream, end } = output;
  const hashed = hashing(written);
  if (gzip) await pipeline(hashing(lines)(chunks), createGzip(), hashed, stream, { end });
  else await pipeline(hashing(lines)(chunks), hashed, stream, { end });
  return { lines: lines.digest('hex'), output: written.digest('hex') };
}

/** Adds what passes to a digest. */
function hashing(hash: Hash) {
  return async function* (chunks: Iterable<string> | AsyncIterable<string | Buffer>) {
    for await (const chunk of chunks) {
      hash.update(chunk);
      yield chunk;
    }
  };
}
