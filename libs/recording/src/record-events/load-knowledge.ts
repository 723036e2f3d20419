import type { EventStore } from '@lueckenlos/event-store';
import { caseRecordOf } from '../stored/case-record-of';
import { isLinkType } from '../wire/event-types';
import { isStoredPartnerEvent, streamOf, subjectOf } from '../stored/stored-partner-event';
import type { Candidate } from './candidate';
import { knownFromLog } from './known-record';
import { Knowledge } from './knowledge';
import { TELLING } from './telling';

/** Reads what the log knows about the ids, targets and cases of a delivery: two queries whatever its size, and a third for links. */
export async function loadKnowledge(store: EventStore, candidates: readonly Candidate[]): Promise<Knowledge> {
  const ids = new Set<string>();
  const streams = new Set<string>();
  for (const { eventId, targetEventId, event } of candidates) {
    ids.add(eventId);
    if (targetEventId !== null) ids.add(targetEventId);
    streams.add(streamOf(event.subject));
  }
  const linked = streamsToLink(candidates);
  const [byId, ofCases, ofLinked] = await Promise.all([
    store.findByIds([...ids]),
    store.readStreams([...streams], TELLING),
    linked.size === 0 ? [] : store.readStreams([...linked]),
  ]);
  const knowledge = new Knowledge();
  for (const stored of ofLinked) {
    if (isStoredPartnerEvent(stored) && !isLinkType(stored.type)) knowledge.addSubject(subjectOf(stored));
  }
  for (const stored of ofCases.filter(isStoredPartnerEvent)) {
    const record = caseRecordOf(stored);
    if (record) knowledge.caseOf(subjectOf(stored)).add(record);
  }
  for (const stored of byId) {
    if (isStoredPartnerEvent(stored)) knowledge.add(stored.id, knownFromLog(stored));
  }
  return knowledge;
}

/** Of both ends of a link it counts whether there are any records. */
function streamsToLink(candidates: readonly Candidate[]): Set<string> {
  return new Set(
    candidates.flatMap(({ event: { subject, other } }) =>
      other === null ? [] : [streamOf(subject), streamOf(other)],
    ),
  );
}
