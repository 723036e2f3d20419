import { createProgress } from '@lueckenlos/terminal';
import { pipeline } from 'node:stream';
import { constants, createGzip } from 'node:zlib';
import type { Api } from '../client/api';
import type { Context } from '../context';
import { jsonOf } from '../client/send';
import type { ImportFile } from './import-file';
import type { ImportJob } from './job';
import { Measure } from './measure';

const MEDIA = { ndjson: 'application/x-ndjson', csv: 'text/csv' } as const;
const LABEL = { en: 'Uploading', de: 'Übertrage' };

export interface Delivery {
  readonly mode: 'each' | 'all';
  readonly dryRun: boolean;
}

/** A job, and how many rows it will have if that can be told from the file. */
export interface Uploaded {
  readonly job: ImportJob;
  readonly rows?: number;
}

/** Sends a file, compressed on its way; the job begins once the server has all of it. */
export async function upload(
  api: Api,
  file: ImportFile,
  { mode, dryRun }: Delivery,
  { stderr, language }: Context,
): Promise<Uploaded> {
  const label = LABEL[language];
  const progress = createProgress({ stream: stderr, label, unit: 'bytes', total: file.size, language });
  const measure = new Measure((bytes) => progress.update(bytes));
  try {
    const response = await api.request('/v1/imports', {
      method: 'POST',
      query: { mode, dryRun: String(dryRun) },
      headers: { 'content-type': MEDIA[file.format], 'content-encoding': 'gzip' },
      body: bodyOf(file, measure),
    });
    return { job: await jsonOf<ImportJob>(response), rows: rowsOf(file, measure) };
  } finally {
    progress.stop();
    file.stream.destroy();
  }
}

/** Events compress to a tenth; the fastest level does nearly that and keeps up with a local network. */
function bodyOf({ stream, compressed }: ImportFile, measure: Measure): AsyncIterable<Uint8Array> {
  const measured = measure.through(stream as AsyncIterable<Buffer>);
  if (compressed) return measured;
  // Whatever breaks on the way breaks the last stream, where the request sees it.
  return pipeline(measured, createGzip({ level: constants.Z_BEST_SPEED }), () => undefined);
}

function rowsOf({ format, compressed }: ImportFile, { lines }: Measure): number | undefined {
  if (compressed) return undefined;
  return format === 'csv' ? Math.max(0, lines - 1) : lines;
}
