import type { EventStore, Position } from '@lueckenlos/event-store';
import { fits, takesAll, type LogFilter } from './log-filter';
import { ndjson } from './log-line';

const PAGE = 2_000;

/** A part of the log: the events after one position and up to another that fit a filter, at most so many of them. */
export interface LogPart {
  readonly after: Position;
  readonly upTo: Position;
  readonly limit: number;
  readonly filter: LogFilter;
}

/** A part of the log as NDJSON, a page at a time. The next page is read when the one before was taken. */
export async function* readLog(store: EventStore, part: LogPart): AsyncGenerator<string> {
  const { after, upTo, limit, filter } = part;
  const pageFor = (left: number): number => (takesAll(filter) ? Math.min(PAGE, left) : PAGE);
  let [position, left] = [after, limit];
  while (position < upTo && left > 0) {
    const page = await store.readAll(position, pageFor(left));
    const last = page.at(-1);
    if (!last) return;
    const wanted = page.filter((event) => event.position <= upTo && fits(filter, event)).slice(0, left);
    if (wanted.length > 0) yield ndjson(wanted);
    position = last.position;
    left -= wanted.length;
  }
}

/** One stream as NDJSON, from its first event on. */
export async function* readStream(store: EventStore, stream: string): AsyncGenerator<string> {
  let next = 0n;
  for (;;) {
    const page = await store.readStream(stream, next, PAGE);
    const last = page.at(-1);
    if (!last) return;
    yield ndjson(page);
    next = last.revision + 1n;
  }
}
