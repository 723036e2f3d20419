import type { Call } from './call';

/** A statement of this size takes some hundred milliseconds: others should not wait for more. */
const MAX_EVENTS = 10_000;

/**
 * The calls that may go together, first come first served: they share no stream and no id, so that the verdict
 * on one says nothing about another. A call waits too when it shares a stream with one that was passed over.
 */
export function pickRound<T extends Call>(waiting: readonly T[]): T[] {
  if (waiting.length < 2) {
    return [...waiting];
  }
  const taken = new Set<string>();
  const round: T[] = [];
  let events = 0;
  for (const call of waiting) {
    const names = namesOf(call);
    const free = names.every((name) => !taken.has(name));
    names.forEach((name) => taken.add(name));
    if (round.length > 0 && events + call.size > MAX_EVENTS) {
      break;
    }
    if (free) {
      round.push(call);
      events += call.size;
    }
  }
  return round;
}

/** Ids are UUIDs and a stream might be named like one: the prefix keeps them apart. */
function namesOf({ streams }: Call): string[] {
  return streams.flatMap(({ stream, events }) => [`s${stream}`, ...events.map(({ id }) => `e${id}`)]);
}
