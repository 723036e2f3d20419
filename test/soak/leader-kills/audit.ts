import type { StoredEvent } from '@lueckenlos/event-store';
import type { Ledger } from './load';

/** Defects of a log, counted: all zero where nothing went wrong. */
export interface Audit {
  readonly acknowledged: number;
  /** Acknowledged and not in the log, or elsewhere than was told. */
  readonly lost: number;
  /** In the log more than once. */
  readonly doubled: number;
  /** Before an event of its stream that was sent earlier by the same sender. */
  readonly reordered: number;
  /** Revisions that a stream lacks or that do not follow its positions. */
  readonly gaps: number;
}

/**
 * Compares what agencies have sent with the log; each ledger is in the order of sending. Some reports are sent twice:
 * what counts is the first time.
 */
export function audit(log: readonly StoredEvent[], ledgers: readonly Ledger[]): Audit {
  const sent = log.filter(({ metadata }) => metadata['senderId'] !== undefined);
  const places = new Map(sent.map((event) => [String(event.metadata['senderId']), event]));
  const acknowledged = ledgers.flat();
  const lost = acknowledged.filter(({ id, position }) => {
    const found = places.get(id);
    return !found || (position !== undefined && String(found.position) !== position);
  });
  return {
    acknowledged: new Set(acknowledged.map(({ id }) => id)).size,
    lost: lost.length,
    doubled: sent.length - places.size,
    reordered: ledgers
      .map((ledger) => [...new Set(ledger.flatMap(({ id }) => places.get(id) ?? []))])
      .map((events) => countSteps(events, (before, after) => before !== undefined && after <= before))
      .reduce((sum, n) => sum + n, 0),
    gaps: countSteps(log, (before = -1n, after) => after !== before + 1n),
  };
}

/** How many events have a revision that is wrong after the one of their stream before. */
function countSteps(
  events: readonly StoredEvent[],
  isWrong: (before: bigint | undefined, after: bigint) => boolean,
): number {
  const reached = new Map<string, bigint>();
  let wrong = 0;
  for (const { stream, revision } of events) {
    if (isWrong(reached.get(stream), revision)) wrong++;
    reached.set(stream, revision);
  }
  return wrong;
}
