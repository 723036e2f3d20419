import { monthOfText, instantOfText } from './calendar';
import type { PartnerType } from './event-types';
import type { PartnerEvent } from './partner-event';

/** Takes over an event whose shape is sound. The day goes here, before anything else sees the event. */
export function normalise(event: Readonly<Record<string, unknown>>): PartnerEvent {
  const data = event.data as Readonly<Record<string, unknown>>;
  return {
    id: event.id as string,
    source: event.source as string,
    type: event.type as PartnerType,
    subject: event.subject as string,
    knownAt: read(event.knownat, instantOfText),
    month: read(data.occurredOn, monthOfText),
    stage: text(data.stage),
    area: text(data.area),
    povertyRisk: typeof data.povertyRisk === 'boolean' ? data.povertyRisk : null,
    corrects: text(data.corrects),
    retracts: text(data.retracts),
    reason: text(data.reason),
    other: text(data.other),
  };
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function read<T>(value: unknown, reader: (text: string) => T | null): T | null {
  return typeof value === 'string' ? reader(value) : null;
}
