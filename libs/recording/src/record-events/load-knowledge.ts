import type { EventStore } from '@lueckenlos/event-store';
import { caseRecordOf } from '../stored/case-record-of';
import { isStoredPartnerEvent, streamOf, subjectOf } from '../stored/stored-partner-event';
import type { Candidate } from './candidate';
import { knownFromLog } from './known-record';
import { Knowledge } from './knowledge';
import { TELLING } from './telling';

/** Reads what the log knows about the ids, targets and cases of a delivery: two queries, whatever its size. */
export async function loadKnowledge(store: EventStore, candidates: readonly Candidate[]): Promise<Knowledge> {
  const ids = new Set<string>();
  const streams = new Set<string>();
  for (const { eventId, targetEventId, event } of candidates) {
    ids.add(eventId);
    if (targetEventId !== null) ids.add(targetEventId);
    streams.add(streamOf(event.subject));
  }
  const [byId, ofCases] = await Promise.all([
    store.findByIds([...ids]),
    store.readStreams([...streams], TELLING),
  ]);
  const knowledge = new Knowledge();
  for (const stored of ofCases) {
    if (isStoredPartnerEvent(stored)) knowledge.caseOf(subjectOf(stored)).add(caseRecordOf(stored));
  }
  for (const stored of byId) {
    if (isStoredPartnerEvent(stored)) knowledge.add(stored.id, knownFromLog(stored));
  }
  return knowledge;
}
