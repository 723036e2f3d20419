import { PassThrough, Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { ProblemError } from '@lueckenlos/platform';
import '../imports.problems';

type Sink = (source: AsyncIterable<Buffer>) => Promise<void>;

/**
 * Hands the decompressed body to a sink. Resolves only when the body came in full and nothing follows its end.
 * @throws ProblemError for one that broke off, is damaged, or goes on behind the end of the compressed file
 */
export async function receiveBody(body: Readable, gzip: boolean, sink: Sink): Promise<void> {
  let refusal: ProblemError | undefined;
  const telling: Sink = (source) =>
    sink(source).catch((error: unknown) => {
      // What the sink says counts: to the pipeline its end looks like a body that broke off.
      if (error instanceof ProblemError) refusal = error;
      throw error;
    });
  // Not destroyed where the sink ends early: the rest must still be read for the sender to see the answer.
  const parts = body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  try {
    await (gzip ? gunzipTo(parts, telling) : pipeline(parts, new PassThrough(), telling));
  } catch (error) {
    throw refusal ?? asProblem(error);
  }
}

async function gunzipTo(body: AsyncIterable<Buffer>, sink: Sink): Promise<void> {
  const gunzip = createGunzip();
  let sent = 0;
  const counter = new Transform({
    transform(part: Buffer, _encoding, done) {
      sent += part.length;
      done(null, part);
    },
  });
  await pipeline(body, counter, gunzip, sink);
  // Zlib passes zero bytes behind the end over in silence.
  if (gunzip.bytesWritten !== sent) throw new ProblemError({ code: 'imports.trailing-bytes' });
}

function asProblem(error: unknown): unknown {
  if (error instanceof ProblemError) return error;
  const { code = '' } = error as NodeJS.ErrnoException;
  if (code.startsWith('Z_')) return new ProblemError({ code: 'platform.broken-compression' });
  const brokenOff = code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ABORT_ERR';
  return brokenOff ? new ProblemError({ code: 'platform.truncated-body' }) : error;
}
