import type { EventStore } from '@lueckenlos/event-store';
import { calendarDefinedIn, isCalendarEvent } from '../delivery-calendars/calendar-event';
import { caseRecordOf } from '../stored/case-record-of';
import { deliveryStatementOf } from '../stored/delivery-statement-of';
import { isCaseType } from '../wire/event-types';
import { isStoredPartnerEvent, streamOf, streamOfEvent, subjectOf } from '../stored/stored-partner-event';
import type { Candidate } from './candidate';
import { knownFromLog } from './known-record';
import { Knowledge } from './knowledge';
import { TELLING } from './telling';

/**
 * Reads what the log knows about the ids, targets and cases of a delivery: two queries whatever its size, a third where
 * it holds links, a fourth where it says what is completed.
 */
export async function loadKnowledge(
  store: EventStore,
  candidates: readonly Candidate[],
  agency: string,
): Promise<Knowledge> {
  const { ids, cases, linked, deliveries } = placesToLook(candidates, agency);
  const [byId, ofCases, ofLinked, ofDeliveries] = await Promise.all([
    store.findByIds([...ids]),
    store.readStreams([...cases], TELLING),
    linked.size === 0 ? [] : store.readStreams([...linked]),
    deliveries.size === 0 ? [] : store.readStreams([...deliveries]),
  ]);
  const knowledge = new Knowledge();
  for (const stored of ofLinked) {
    if (isStoredPartnerEvent(stored) && isCaseType(stored.type)) knowledge.addSubject(subjectOf(stored));
  }
  for (const stored of ofDeliveries) {
    if (isCalendarEvent(stored)) knowledge.deliveries.announce(calendarDefinedIn(stored));
    const statement = isStoredPartnerEvent(stored) ? deliveryStatementOf(stored) : null;
    if (statement) knowledge.deliveries.add(statement);
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

interface Places {
  readonly ids: Set<string>;
  /** Streams of which the telling records count. */
  readonly cases: Set<string>;
  /** Streams of which it counts whether there are any records: both ends of a link. */
  readonly linked: Set<string>;
  readonly deliveries: Set<string>;
}

function placesToLook(candidates: readonly Candidate[], agency: string): Places {
  const places = { ids: new Set<string>(), cases: new Set<string>(), linked: new Set<string>() };
  const deliveries = new Set<string>();
  for (const { eventId, targetEventId, event } of candidates) {
    places.ids.add(eventId);
    if (targetEventId !== null) places.ids.add(targetEventId);
    const stream = streamOfEvent(event, agency);
    (event.subject === null ? deliveries : places.cases).add(stream);
    if (event.other !== null) places.linked.add(stream).add(streamOf(event.other));
  }
  return { ...places, deliveries };
}
