import type { EventStore, StoredEvent } from '../port';

/** The log counts without gaps: positions 1, 2, 3 … in order, the last one at the head, no id twice. */
export async function expectDense(store: EventStore, log: readonly StoredEvent[]): Promise<void> {
  expect(log.map(({ position }) => position)).toEqual(log.map((_event, index) => BigInt(index + 1)));
  expect(new Set(log.map(({ id }) => id)).size).toBe(log.length);
  expect(await store.head()).toBe(BigInt(log.length));
}

/** Within each stream the log counts from 0 without gaps. */
export function expectRevisionsInOrder(log: readonly StoredEvent[]): void {
  const next = new Map<string, bigint>();
  for (const { stream, revision } of log) {
    expect(revision).toBe(next.get(stream) ?? 0n);
    next.set(stream, revision + 1n);
  }
}
