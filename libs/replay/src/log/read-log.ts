import type { EventStore } from '@lueckenlos/event-store';
import { ndjson } from './log-line';

const PAGE = 2_000;

/**
 * The log after a position as NDJSON, a page at a time, no further than where its head stood at the beginning: whoever reads on
 * begins with the last position. The next page is read when the one before was taken.
 */
export async function* readLog(store: EventStore, after: bigint, limit = Infinity): AsyncGenerator<string> {
  const head = await store.head();
  let [position, left] = [after, limit];
  while (position < head && left > 0) {
    const page = await store.readAll(position, Math.min(PAGE, left));
    const events = page.filter((event) => event.position <= head);
    const last = events.at(-1);
    if (!last) return;
    yield ndjson(events);
    position = last.position;
    left -= events.length;
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
