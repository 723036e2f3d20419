import type { SyntheticEvent } from './synthetic-event';

/** Characters of a chunk; writing line by line is slow. */
const CHUNK = 65_536;

/** One event a line, in chunks of whole lines. */
export function* eventsToNdjson(events: Iterable<SyntheticEvent>): Generator<string, void, undefined> {
  let chunk = '';
  for (const event of events) {
    chunk += `${JSON.stringify(event)}\n`;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}
