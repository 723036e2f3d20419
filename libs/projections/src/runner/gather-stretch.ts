import type { EventStore, StoredEvent } from '@lueckenlos/event-store';
import type { Bulk, Stretch } from './projection';

/** Pages of the log that were read into memory. */
export interface GatheredStretch {
  readonly stretch: Stretch;
  readonly events: number;
  /** The position of the last event. */
  readonly end: bigint;
  /** Whether the log went no further. */
  readonly atHead: boolean;
}

export interface StretchLimits {
  /** Events read from the log at once. */
  readonly pageSize: number;
  /** Bytes that a stretch may take in memory, give or take a page. */
  readonly stretchBytes: number;
}

/** An event of a stretch can't be applied: it is one of those up to `end`. */
export class StretchError extends Error {
  constructor(
    readonly end: bigint,
    override readonly cause: unknown,
  ) {
    super('a stretch could not be applied', { cause });
  }
}

/** Reads pages after a position until the log or the memory ends. The next page is read while one is taken in. */
export async function gatherStretch(
  store: EventStore,
  bulk: Bulk,
  after: bigint,
  { pageSize, stretchBytes }: StretchLimits,
  signal?: AbortSignal,
): Promise<GatheredStretch> {
  const stretch = bulk.begin();
  let [events, end] = [0, after];
  for (let page = await store.readAll(after, pageSize); ;) {
    const last = page.at(-1)?.position;
    const atHead = last === undefined || page.length < pageSize;
    const next = atHead ? Promise.resolve([]) : readAhead(store, last, pageSize);
    try {
      stretch.add(page);
    } catch (error) {
      throw new StretchError(last ?? end, error);
    }
    events += page.length;
    end = last ?? end;
    if (atHead || stretch.bytes >= stretchBytes || signal?.aborted) return { stretch, events, end, atHead };
    page = await next;
  }
}

function readAhead(store: EventStore, after: bigint, pageSize: number): Promise<StoredEvent[]> {
  const page = store.readAll(after, pageSize);
  // Who stops before needs no word of a failure; who waits for the page still gets it.
  page.catch(() => undefined);
  return page;
}
