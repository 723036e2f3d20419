import { UnstorableEventError } from '../../errors';
import type { RawNewEvent } from '../client/log-client';

/** The server refuses an append of more than 1 MiB; what it counts differs from version to version. */
const MOST_BYTES = 900 * 1024;

/** What the server adds to each event, generously. */
const OVERHEAD = 200;

/** The events in pieces that one append may carry, in order. A single event can be too large for any. */
export function splitBySize(events: readonly RawNewEvent[], mostBytes = MOST_BYTES): RawNewEvent[][] {
  const pieces: RawNewEvent[][] = [];
  let room = 0;
  for (const event of events) {
    const size = sizeOf(event);
    if (size > mostBytes) throw new UnstorableEventError('too-large', { bytes: mostBytes });
    if (size > room) {
      pieces.push([]);
      room = mostBytes;
    }
    pieces.at(-1)?.push(event);
    room -= size;
  }
  return pieces;
}

function sizeOf({ type, data, metadata }: RawNewEvent): number {
  return Buffer.byteLength(JSON.stringify({ type, data, metadata })) + OVERHEAD;
}
