import { IdConflictError, WrongExpectedRevisionError } from '../errors';
import type { AppendedEvent, ExpectedRevision, StoredEvent, StreamAppend } from '../port';

/** Where an event stands; what a store has to know about an id to judge a repeated append. */
export type Place = Pick<StoredEvent, 'id' | 'stream' | 'revision' | 'position' | 'recordedAt'>;

/**
 * The answer to an append of which some ids are stored already: the old places when all of them are, each in
 * the stream it is sent for. Anything else is no repetition.
 */
export function answerRepeat(
  streams: readonly StreamAppend[],
  placeOf: (id: string) => Place | undefined,
): AppendedEvent[] {
  const sent = streams.flatMap(({ stream, events }) => events.map(({ id }) => ({ id, stream })));
  const places = sent.map(({ id, stream }) => ({ stream, place: placeOf(id) }));
  const stored = places.flatMap(({ place }) => place ?? []);
  if (stored.length < sent.length || places.some(({ place, stream }) => place?.stream !== stream)) {
    throw new IdConflictError(stored.map(({ id }) => id));
  }
  return stored.map(({ id, stream, revision, position, recordedAt }) => {
    return { id, stream, revision, position, recordedAt, stored: false };
  });
}

/**
 * The answer to an append that was stored now.
 * @param revisions of its streams before it, -1 for a new one
 * @param before the position before its first event
 */
export function answerStored(
  streams: readonly StreamAppend[],
  revisions: readonly bigint[],
  before: bigint,
  recordedAt: Date,
): AppendedEvent[] {
  const arrival = recordedAt.toISOString();
  let position = before;
  return streams.flatMap(({ stream, events }, index) => {
    let revision = revisions[index] ?? -1n;
    return events.map(({ id }) => {
      return { id, stream, revision: ++revision, position: ++position, recordedAt: arrival, stored: true };
    });
  });
}

/** The error that names all streams which are not where the caller expects them, or undefined. */
export function conflictOf(
  streams: readonly StreamAppend[],
  revisions: readonly bigint[],
): WrongExpectedRevisionError | undefined {
  const conflicts = streams.flatMap(({ stream, expected }, index) => {
    const revision = revisions[index] ?? -1n;
    return fits(expected, revision) ? [] : [{ stream, expected, actual: revision < 0n ? null : revision }];
  });
  return conflicts.length > 0 ? new WrongExpectedRevisionError(conflicts) : undefined;
}

function fits(expected: ExpectedRevision, revision: bigint): boolean {
  return expected === 'any' || revision === (expected === 'noStream' ? -1n : expected);
}
