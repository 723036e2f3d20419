import { formatMonth } from '@lueckenlos/chain';
import { eventId, type EventStore, type NewEvent } from '@lueckenlos/event-store';
import { pick, shuffled, type Chance } from './chance';
import { FIRST_MONTH, MONTHS, sampleAreas, sampleChain, STAGES } from './sample-chains';

/** An event and the stream it goes to. */
export interface Delivery {
  readonly stream: string;
  readonly event: NewEvent;
}

const KINDS = ['stage-reached', 'stage-reached', 'moved-in', 'moved-out', 'relocated', 'died'];
const SOURCES = ['/agencies/registry-office', '/agencies/youth-office'];

/**
 * Cases with births, moves, deaths, corrections and retractions (also of records that never come), some
 * delivered twice, some linked and unlinked, in any order; among them definitions of two chains, each more than
 * once, of areas, and of what is delivered.
 */
export function randomPopulation(chance: Chance, cases: number): Delivery[] {
  const partner = [
    ...Array.from({ length: cases }, (_, i) => caseOf(chance, `c${i}`)).flat(),
    ...Array.from({ length: chance(cases) }, (_, i) => linkOf(chance, cases, i)),
  ];
  const again = partner
    .filter(() => chance(20) === 0)
    .map(({ stream, event }) => ({
      stream,
      event: { ...event, id: eventId('again', event.id) },
    }));
  const definitions = [...Array(2 + chance(3)).keys()].flatMap((i) => [
    definition('chain-one', { chain: 'one', ...sampleChain(chance) }, i),
    definition('chain-two', { chain: 'two', ...sampleChain(chance) }, i),
    definition('areas-T', { municipality: 'T', ...sampleAreas(chance) }, i),
  ]);
  const announced = ['a', 'b'].map((stage) => calendar(stage));
  return shuffled(chance, [...partner, ...again, ...definitions, ...announced, somethingElse()]);
}

/** Appends deliveries in their order, some at a time. */
export async function appendDeliveries(store: EventStore, deliveries: readonly Delivery[]): Promise<void> {
  const BATCH = 50;
  for (let start = 0; start < deliveries.length; start += BATCH) {
    const appends = deliveries
      .slice(start, start + BATCH)
      .map(({ stream, event }) => ({ stream, expected: 'any' as const, events: [event] }));
    const merged = new Map<string, NewEvent[]>();
    for (const { stream, events } of appends) merged.set(stream, [...(merged.get(stream) ?? []), ...events]);
    await store.append(
      [...merged].map(([stream, events]) => ({ stream, expected: 'any', events })),
      new Date('2026-03-01T12:00:00Z'),
    );
  }
}

function caseOf(chance: Chance, subject: string): Delivery[] {
  const count = 1 + chance(9);
  return [...Array(count).keys()].map((i) => {
    const [kind, special] = i === 0 && chance(4) > 0 ? birth() : something(chance, subject, count);
    return partnerEvent(chance, subject, `${subject}-${i}`, kind, special);
  });
}

/** Two cases close to each other, so that links meet and make chains; the last ones have no other record. */
function linkOf(chance: Chance, cases: number, i: number): Delivery {
  const first = chance(cases);
  const kind = pick(chance, ['cases-linked', 'cases-linked', 'cases-unlinked']);
  return partnerEvent(chance, `c${first}`, `link ${i}`, kind, { other: `c${first + 1 + chance(3)}` });
}

function birth(): [string, Record<string, unknown>] {
  return ['stage-reached', { stage: 'birth' }];
}

function something(chance: Chance, subject: string, count: number): [string, Record<string, unknown>] {
  // One id beyond those of the case: what points there waits for ever.
  const target = `${subject}-${chance(count + 1)}`;
  const roll = chance(10);
  if (roll === 0) return ['retracted', { retracts: target, reason: 'mistake' }];
  if (roll <= 2) return ['corrected', { corrects: target }];
  const kind = pick(chance, KINDS);
  return [kind, kind === 'stage-reached' ? { stage: pick(chance, STAGES) } : {}];
}

function partnerEvent(
  chance: Chance,
  subject: string,
  senderId: string,
  kind: string,
  special: Record<string, unknown>,
): Delivery {
  const source = pick(chance, SOURCES);
  const area = pick(chance, [{}, { area: 'D1' }, { area: 'D2' }]);
  const risk = pick(chance, [{}, { povertyRisk: true }, { povertyRisk: false }]);
  const occurredOn = formatMonth(FIRST_MONTH + chance(MONTHS));
  const statesNothing = kind === 'retracted' || kind.startsWith('cases-');
  const data = statesNothing ? special : { occurredOn, ...area, ...risk, ...special };
  const knownAt = `2026-02-0${1 + chance(5)}T00:00:00.000Z`;
  return {
    stream: `case-${subject}`,
    event: {
      id: eventId(source, senderId),
      type: `lueckenlos.${kind}.v1`,
      schemaVersion: 1,
      source,
      data,
      metadata: { knownAt, contentHash: '', subject, senderId },
    },
  };
}

function definition(stream: string, data: Record<string, unknown>, edition: number): Delivery {
  const type = stream.startsWith('chain') ? 'lueckenlos.chain-defined.v1' : 'lueckenlos.areas-defined.v1';
  return { stream, event: systemEvent(`${stream} ${edition}`, type, data) };
}

/** An agency announces a stage; from then on its cases are counted by deadline. */
function calendar(stage: string): Delivery {
  const deliveries = [{ stages: [stage], rhythm: 'monthly', from: '2010-01', dueWithinMonths: 2 }];
  const data = { agency: `office-${stage}`, deliveries };
  const event = systemEvent(`calendar ${stage}`, 'lueckenlos.delivery-calendar-defined.v1', data);
  return { stream: `deliveries-office-${stage}`, event };
}

/** An event that this read model has nothing to do with. */
function somethingElse(): Delivery {
  return { stream: 'release-1', event: systemEvent('release', 'lueckenlos.release-published.v1', {}) };
}

export function systemEvent(name: string, type: string, data: Record<string, unknown>): NewEvent {
  const metadata = { knownAt: '2026-02-01T00:00:00.000Z', contentHash: '' };
  return { id: eventId('system', name), type, schemaVersion: 1, source: null, data, metadata };
}
