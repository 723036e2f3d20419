import { Inject, Injectable } from '@nestjs/common';
import { recordKey, recordStates, type CaseRecord, type RecordState } from '@lueckenlos/chain';
import { EVENT_STORE, eventId, type EventStore, type StoredEvent } from '@lueckenlos/event-store';
import { sourceOf } from '../record-events/context-of';
import { caseRecordOf } from '../stored/case-record-of';
import {
  isStoredPartnerEvent,
  senderIdOf,
  streamOf,
  type StoredPartnerEvent,
} from '../stored/stored-partner-event';
import { isLinkType } from '../wire/event-types';
import { linkStates, type LinkState } from './link-states';
import { unreachable } from './unreachable';

/** A record of an agency and how it stands now. */
export interface OwnRecord {
  readonly stored: StoredPartnerEvent;
  readonly state: RecordState | LinkState;
}

/** Reads an agency's own records. Nobody else's can be asked for: the source comes from the token. */
@Injectable()
export class OwnRecords {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  /** Null where the agency has sent no such record, whoever else has. */
  async find(agency: string, id: string): Promise<OwnRecord | null> {
    const found = await this.store.findByIds([eventId(sourceOf(agency), id)]);
    const [record] = await this.withStates(found);
    return record ?? null;
  }

  /** Records after a position, newest last. */
  async list(agency: string, after: bigint, limit: number): Promise<OwnRecord[]> {
    return this.withStates(await this.store.listBySource(sourceOf(agency), after, limit));
  }

  private async withStates(events: readonly StoredEvent[]): Promise<OwnRecord[]> {
    const own = events.filter(isStoredPartnerEvent);
    const ofCases = (await this.store.readStreams([...streamsOf(own)])).filter(isStoredPartnerEvent);
    const states = statesIn(ofCases);
    const links = linkStates(ofCases.filter(({ type }) => isLinkType(type)));
    const parked = own.filter((stored) => stateIn(states, stored) === 'parked');
    const lost = await unreachable(this.store, parked);
    return own.map((stored) => ({
      stored,
      state: lost.has(stored.id) ? 'without-effect' : (links.get(stored.id) ?? stateIn(states, stored)),
    }));
  }
}

/** The state of a record depends on its whole case, that of a link on both. */
function streamsOf(events: readonly StoredPartnerEvent[]): Set<string> {
  const ends = events.flatMap(({ stream, type, data }) =>
    isLinkType(type) ? [stream, streamOf(String(data.other))] : [stream],
  );
  return new Set(ends);
}

function statesIn(ofCases: readonly StoredPartnerEvent[]): Map<string, Map<string, RecordState>> {
  const cases = new Map<string, CaseRecord[]>();
  for (const event of ofCases) {
    const record = caseRecordOf(event);
    if (!record) continue;
    const records = cases.get(event.stream);
    if (records) records.push(record);
    else cases.set(event.stream, [record]);
  }
  return new Map([...cases].map(([stream, records]) => [stream, recordStates(records)]));
}

function stateIn(states: Map<string, Map<string, RecordState>>, stored: StoredPartnerEvent): RecordState {
  return states.get(stored.stream)?.get(recordKey(stored.source, senderIdOf(stored))) ?? 'in-force';
}
