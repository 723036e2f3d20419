import type { EventStore, StoredEvent } from '../port';

/**
 * The log stands in order, no id twice, the last event at the head. Where positions have no gaps they count the events
 * (1, 2, 3 …); an engine with gaps counts them itself.
 */
export async function expectUnbroken(store: EventStore, log: readonly StoredEvent[]): Promise<void> {
  const positions = log.map(({ position }) => position);
  expect(positions).toEqual(
    store.countBetween ? ascending(positions) : log.map((_event, index) => BigInt(index + 1)),
  );
  expect(new Set(positions).size).toBe(log.length);
  expect(new Set(log.map(({ id }) => id)).size).toBe(log.length);
  const head = await store.head();
  expect(head).toBe(positions.at(-1) ?? 0n);
  expect(await countOf(store)).toBe(log.length);
}

/** How many events the store holds, by its own account. */
export async function countOf(store: EventStore): Promise<number> {
  const head = await store.head();
  return store.countBetween ? store.countBetween(0n, head) : Number(head);
}

function ascending(positions: readonly bigint[]): bigint[] {
  return positions.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** Within each stream the log counts from 0 without gaps. */
export function expectRevisionsInOrder(log: readonly StoredEvent[]): void {
  const next = new Map<string, bigint>();
  for (const { stream, revision } of log) {
    expect(revision).toBe(next.get(stream) ?? 0n);
    next.set(stream, revision + 1n);
  }
}
