import type { EventStore, Position, StoredEvent } from '../port';

const PAGE_SIZE = 5_000;

/** Only how often an idle subscriber looks around; what is appended wakes it at once. */
const IDLE_MS = 30_000;

/** The log in pages, on every engine the same: read until the head, wait there, read on. */
export async function* subscribe(
  store: Pick<EventStore, 'readAll' | 'waitBeyond'>,
  after: Position,
  { pageSize = PAGE_SIZE, signal }: { pageSize?: number; signal: AbortSignal },
): AsyncGenerator<StoredEvent[], void, undefined> {
  let position = after;
  while (!signal.aborted) {
    const page = await store.readAll(position, pageSize);
    const last = page.at(-1);
    if (last) {
      yield page;
      position = last.position;
    } else {
      await store.waitBeyond(position, IDLE_MS, signal);
    }
  }
}
