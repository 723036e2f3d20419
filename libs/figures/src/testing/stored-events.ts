import type { AnnouncedDelivery, AreaHierarchy, ChainBody, DeliveryStatement } from '@lueckenlos/chain';
import { eventId, type NewEvent, type StreamAppend } from '@lueckenlos/event-store';

/** What a test puts into the log: an event, and the stream it belongs to. */
export interface Delivery {
  readonly stream: string;
  readonly event: NewEvent;
}

/** A partner's CloudEvent, as far as the read side cares. */
export interface PartnerEvent {
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject: string;
  readonly knownat: string;
  readonly data: object;
}

/** A partner's event, stored as the intake stores it. */
export function partnerEvent({ id, source, type, subject, knownat, data }: PartnerEvent): Delivery {
  const metadata = { knownAt: knownat, contentHash: '', subject, senderId: id };
  const event = { id: eventId(source, id), type, schemaVersion: 1, source, data: { ...data }, metadata };
  return { stream: `case-${subject}`, event };
}

export function chainDefined(chain: string, body: ChainBody): Delivery {
  return definition(`chain-${chain}`, 'lueckenlos.chain-defined.v1', { chain, ...body });
}

export function areasDefined(municipality: string, body: AreaHierarchy): Delivery {
  return definition(`areas-${municipality}`, 'lueckenlos.areas-defined.v1', { municipality, ...body });
}

/** What an agency announces, and since when that is known. */
export function calendarAnnounced(
  agency: string,
  deliveries: readonly AnnouncedDelivery[],
  knownAt: string,
): Delivery {
  const type = 'lueckenlos.delivery-calendar-defined.v1';
  const { stream, event } = definition(`deliveries-${agency}`, type, { agency, deliveries });
  return { stream, event: { ...event, metadata: { knownAt, contentHash: '' } } };
}

/** What an agency says about its deliveries. */
export function delivered(
  agency: string,
  said: Pick<DeliveryStatement, 'kind' | 'id' | 'knownAt'> & { readonly data: Record<string, unknown> },
): Delivery {
  const { kind, id, knownAt, data } = said;
  const source = `/agencies/${agency}`;
  const type = `lueckenlos.${kind}.v1`;
  const metadata = { knownAt: new Date(knownAt).toISOString(), contentHash: '', senderId: id, agency };
  return {
    stream: `deliveries-${agency}`,
    event: { id: eventId(source, id), type, schemaVersion: 1, source, data, metadata },
  };
}

function definition(stream: string, type: string, data: Record<string, unknown>): Delivery {
  const metadata = { knownAt: '2010-01-01T00:00:00.000Z', contentHash: '' };
  const id = eventId(stream, JSON.stringify(data));
  return { stream, event: { id, type, schemaVersion: 1, source: null, data, metadata } };
}

const BATCH = 1_000;

/** The appends for some deliveries, each id once: doubled deliveries are caught before the store. */
export function* appendsOf(deliveries: Iterable<Delivery>): Generator<StreamAppend[]> {
  const seen = new Set<string>();
  let streams = new Map<string, NewEvent[]>();
  for (const { stream, event } of deliveries) {
    if (seen.has(event.id)) continue;
    seen.add(event.id);
    streams.set(stream, [...(streams.get(stream) ?? []), event]);
    if (seen.size % BATCH > 0) continue;
    yield batchOf(streams);
    streams = new Map();
  }
  if (streams.size > 0) yield batchOf(streams);
}

function batchOf(streams: ReadonlyMap<string, NewEvent[]>): StreamAppend[] {
  return [...streams].map(([stream, events]) => ({ stream, expected: 'any', events }));
}
