import type { EventStore, Position } from '@lueckenlos/event-store';
import { setTimeout as pause } from 'node:timers/promises';

const PAGE = 2_000;
const AGAIN_MS = 100;

/** What a reader saw, in its order. */
export interface Seen {
  readonly positions: Position[];
  /** How often it was told that the log is away. */
  interruptions: number;
}

/** Subscribes from the beginning, and again from the last event it saw whenever it is told that the log is away. */
export async function follow(store: EventStore, seen: Seen, stopped: AbortSignal): Promise<void> {
  while (!stopped.aborted) {
    try {
      for await (const page of store.subscribe(seen.positions.at(-1) ?? 0n, { signal: stopped })) {
        seen.positions.push(...page.map(({ position }) => position));
      }
    } catch {
      seen.interruptions++;
      await pause(AGAIN_MS);
    }
  }
}

/** Reads the whole log again and again; each time it must begin with what was read before. */
export async function rereadUntil(stopped: AbortSignal, store: EventStore): Promise<number> {
  let known: Position[] = [];
  let rereads = 0;
  while (!stopped.aborted) {
    const positions = await readPositions(store).catch(() => null);
    if (!positions) continue;
    const changed = known.findIndex((position, index) => positions[index] !== position);
    if (changed >= 0) throw new Error(`The log reads otherwise from its event ${changed} on.`);
    known = positions;
    rereads++;
  }
  return rereads;
}

async function readPositions(store: EventStore): Promise<Position[]> {
  const positions: Position[] = [];
  for (;;) {
    const page = await store.readAll(positions.at(-1) ?? 0n, PAGE);
    positions.push(...page.map(({ position }) => position));
    if (page.length < PAGE) return positions;
  }
}
