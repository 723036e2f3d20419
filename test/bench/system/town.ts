import {
  DEMO_SCALE,
  estimateEvents,
  eventsToNdjson,
  synthesise,
  type SynthesisOptions,
  type SyntheticEvent,
} from '@lueckenlos/krefeld';
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** The demo's town, some times larger or smaller. */
export function townOf(size: number): SynthesisOptions {
  return { scale: DEMO_SCALE * size, births: { from: 2006, to: 2025 }, until: '2026-10', seed: 1 };
}

/** So many events of a town that has few more. */
export function* eventsOfTown(count: number): Generator<SyntheticEvent> {
  const size = (1.1 * count) / estimateEvents(townOf(1));
  let left = count;
  for (const event of synthesise(townOf(size))) {
    if (left-- === 0) return;
    yield event;
  }
}

export interface TownFile {
  readonly path: string;
  readonly rows: number;
  /** SHA-256 (hex) of the file. */
  readonly digest: string;
}

/** So many events as a file of NDJSON. */
export async function writeTown(path: string, rows: number): Promise<TownFile> {
  const hash = createHash('sha256');
  function* hashed(): Generator<string> {
    for (const chunk of eventsToNdjson(eventsOfTown(rows))) {
      hash.update(chunk);
      yield chunk;
    }
  }
  await pipeline(Readable.from(hashed()), createWriteStream(path));
  return { path, rows, digest: hash.digest('hex') };
}
