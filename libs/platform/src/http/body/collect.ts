import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { ProblemError } from '../../problems/problem-error';

export interface SentBody {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly payload: Readable;
  readonly limit: number;
}

/** Reads a whole body, decompressed; the limit holds for both the sent and the decompressed bytes. */
export async function collectBody({ headers, payload, limit }: SentBody): Promise<Buffer> {
  const gzip = isGzip(headers['content-encoding']);
  if (Number(headers['content-length']) > limit) {
    throw tooLarge(limit);
  }
  try {
    return await gather(payload, gzip ? payload.pipe(createGunzip()) : payload, limit);
  } catch (error) {
    // Not destroyed but read to the end unseen: destroying it would cut the connection before our answer.
    payload.unpipe();
    payload.resume();
    throw asProblem(error, gzip);
  }
}

function gather(payload: Readable, source: Readable, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  return new Promise((resolve, reject) => {
    source.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) {
        source.removeAllListeners('data');
        reject(tooLarge(limit));
      } else {
        chunks.push(chunk);
      }
    });
    source.once('end', () => resolve(Buffer.concat(chunks)));
    source.once('error', reject);
    payload.once('error', reject);
    payload.once('close', () =>
      payload.readableEnded ? undefined : reject(new Error('The client went away.')),
    );
  });
}

/** Whether a Content-Encoding says gzip. Refuses every other one. */
export function isGzip(contentEncoding: string | string[] | undefined): boolean {
  const encoding = String(contentEncoding ?? 'identity')
    .trim()
    .toLowerCase();
  if (encoding !== 'identity' && encoding !== 'gzip' && encoding !== 'x-gzip') {
    throw new ProblemError(
      { code: 'platform.unsupported-encoding' },
      { headers: { 'Accept-Encoding': 'gzip' } },
    );
  }
  return encoding !== 'identity';
}

function tooLarge(limit: number): ProblemError {
  return new ProblemError({ code: 'platform.body-too-large', params: { limit } });
}

function asProblem(error: unknown, gzip: boolean): ProblemError {
  if (error instanceof ProblemError) {
    return error;
  }
  const { code = '' } = error as NodeJS.ErrnoException;
  const broken = gzip && code.startsWith('Z_');
  return new ProblemError({ code: broken ? 'platform.broken-compression' : 'platform.truncated-body' });
}
