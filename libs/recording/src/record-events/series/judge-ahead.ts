import type { EventStore } from '@lueckenlos/event-store';
import { streamOf } from '../../stored/stored-partner-event';
import type { Vocabulary } from '../../wire/vocabulary';
import { eventsByCase, type EventsByCase } from '../append-rows';
import { candidatesIn, type CheckedRow } from '../check-rows';
import { inSlices } from '../in-slices';
import { judge } from '../judge';
import type { Knowledge } from '../knowledge';
import { loadKnowledge } from '../load-knowledge';
import type { Delivery } from '../new-event';
import { isAcceptance, type Verdict } from '../verdict';
import { windowsOnce } from '../windows-once';
import { newCase, type RememberedCase } from './remembered-case';

/** A delivery that was judged before its turn. */
export interface Judged {
  readonly delivery: Delivery;
  readonly knowledge: Knowledge;
  readonly verdicts: readonly Verdict[];
  readonly events: EventsByCase;
  /** What each case of the delivery was judged by. */
  readonly cases: ReadonlyMap<string, RememberedCase>;
  /** Whether the log knew none of its ids, as far as it was asked. */
  readonly idsWereNew: boolean;
}

/** What there is to judge by. */
export interface Ground {
  readonly log: EventStore;
  readonly vocabulary: Vocabulary;
  /** By subject. */
  readonly memory: { get(subject: string): RememberedCase | undefined };
  readonly idsAreNew: boolean;
  /** The delivery before, which may still be on its way to the log. */
  readonly last: Judged | undefined;
}

/** Null where a delivery can't be judged before those that came before it are in the log. */
export async function judgeAhead(
  rows: readonly CheckedRow[],
  { log, vocabulary, memory, idsAreNew, last }: Ground,
  delivery: Delivery,
): Promise<Judged | null> {
  const candidates = candidatesIn(rows);
  const subjects = new Set(candidates.map(({ event }) => event.subject));
  if (!log.revisionsOf || subjects.has(null)) return null;
  const cases = new Map<string, RememberedCase>();
  const unknown: string[] = [];
  for (const subject of subjects as ReadonlySet<string>) {
    const found = memory.get(subject) ?? last?.cases.get(subject);
    if (found) cases.set(subject, found);
    else unknown.push(subject);
  }
  // First where they stand, then what is there: what comes in between is found by the append.
  const revisions =
    unknown.length === 0 ? new Map<string, bigint>() : await log.revisionsOf(unknown.map(streamOf));
  for (const subject of unknown) {
    if (!revisions.has(streamOf(subject))) cases.set(subject, newCase());
  }
  const knowledge = await loadKnowledge(log, candidates, delivery.agency, {
    rows: last?.knowledge,
    idsAreNew,
    caseOf: (subject) => cases.get(subject)?.known,
  });
  for (const subject of unknown) {
    const revision = revisions.get(streamOf(subject));
    if (revision !== undefined) cases.set(subject, { known: knowledge.caseOf(subject), revision });
  }
  const windowsOf = windowsOnce(vocabulary);
  const verdicts = await inSlices(candidates, (row) => judge(row, knowledge, windowsOf, delivery.now));
  knowledge.letGoOfEarlier();
  const events = eventsByCase(verdicts.filter(isAcceptance), delivery);
  const idsWereNew = !candidates.some(({ eventId }) => knowledge.find(eventId)?.receipt);
  return { delivery, knowledge, verdicts, events, cases, idsWereNew };
}
