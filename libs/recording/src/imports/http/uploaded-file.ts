import { Readable } from 'node:stream';
import { isGzip, ProblemError } from '@lueckenlos/platform';
import type { ImportMedia } from '../job/import-job';

/** What of Fastify's request is used here. */
export interface UploadRequest {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: unknown;
}

export interface UploadedFile {
  readonly body: Readable;
  readonly gzip: boolean;
  readonly media: ImportMedia;
}

/** The file in a request: its bytes still to come, and how to read them. */
export function uploadedFile({ headers, body }: UploadRequest): UploadedFile {
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  const media = type === 'application/x-ndjson' ? 'ndjson' : type === 'text/csv' ? 'csv' : null;
  if (media === null || !(body instanceof Readable)) {
    throw new ProblemError({ code: 'platform.unsupported-media-type' });
  }
  return { body, gzip: isGzip(headers['content-encoding']), media };
}
