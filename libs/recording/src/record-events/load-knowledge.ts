import type { EventStore } from '@lueckenlos/event-store';
import { calendarDefinedIn, isCalendarEvent } from '../delivery-calendars/calendar-event';
import { caseRecordOf } from '../stored/case-record-of';
import { deliveryStatementOf } from '../stored/delivery-statement-of';
import { isCaseType } from '../wire/event-types';
import { isStoredPartnerEvent, streamOf, streamOfEvent, subjectOf } from '../stored/stored-partner-event';
import type { Candidate } from './candidate';
import { knownFromLog } from './known-record';
import type { CaseKnowledge } from './case-knowledge';
import { Knowledge, type EarlierRows } from './knowledge';
import { TELLING } from './telling';

/** What need not be read from the log, because it is known from the deliveries before. */
export interface Remembered {
  readonly rows?: EarlierRows;
  /** Whether ids are taken to be new; those of rows with a target never are, because they can be refused for it. */
  readonly idsAreNew: boolean;
  readonly caseOf: (subject: string) => CaseKnowledge | undefined;
}

const NOTHING: Remembered = { idsAreNew: false, caseOf: () => undefined };

/**
 * Reads what the log knows about the ids, targets and cases of a delivery: two queries whatever its size, a third where
 * it holds links, a fourth where it says what is completed.
 */
export async function loadKnowledge(
  store: EventStore,
  candidates: readonly Candidate[],
  agency: string,
  remembered: Remembered = NOTHING,
): Promise<Knowledge> {
  const knowledge = new Knowledge(remembered.rows);
  const { ids, cases, linked, deliveries } = placesToLook(candidates, agency, remembered, knowledge);
  const [byId, ofCases, ofLinked, ofDeliveries] = await Promise.all([
    ids.size === 0 ? [] : store.findByIds([...ids]),
    cases.size === 0 ? [] : store.readStreams([...cases], TELLING),
    linked.size === 0 ? [] : store.readStreams([...linked]),
    deliveries.size === 0 ? [] : store.readStreams([...deliveries]),
  ]);
  for (const stored of ofLinked) {
    if (isStoredPartnerEvent(stored) && isCaseType(stored.type)) knowledge.addSubject(subjectOf(stored));
  }
  for (const stored of ofDeliveries) {
    if (isCalendarEvent(stored)) knowledge.deliveries.announce(calendarDefinedIn(stored));
    const statement = isStoredPartnerEvent(stored) ? deliveryStatementOf(stored) : null;
    if (statement) knowledge.deliveries.add(statement);
  }
  for (const stored of ofCases) {
    if (!isStoredPartnerEvent(stored)) continue;
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

function placesToLook(
  candidates: readonly Candidate[],
  agency: string,
  { idsAreNew, caseOf }: Remembered,
  knowledge: Knowledge,
): Places {
  const places = { ids: new Set<string>(), cases: new Set<string>(), linked: new Set<string>() };
  const deliveries = new Set<string>();
  for (const { eventId, targetEventId, event } of candidates) {
    if (!idsAreNew || targetEventId !== null) places.ids.add(eventId);
    if (targetEventId !== null) places.ids.add(targetEventId);
    const { subject, other } = event;
    if (subject === null) {
      deliveries.add(streamOfEvent(event, agency));
      continue;
    }
    const known = caseOf(subject);
    if (known) knowledge.addCase(subject, known);
    else places.cases.add(streamOf(subject));
    if (other !== null) places.linked.add(streamOf(subject)).add(streamOf(other));
  }
  return { ...places, deliveries };
}
