import { compareCodePoints } from '@lueckenlos/chain';
import { monthOfText, instantOfText } from './calendar';
import type { PartnerType } from './event-types';
import type { Delivered, PartnerEvent } from './partner-event';

/** Takes over an event whose shape is sound. The day goes here, before anything else sees the event. */
export function normalise(event: Readonly<Record<string, unknown>>): PartnerEvent {
  const data = event.data as Readonly<Record<string, unknown>>;
  return {
    id: event.id as string,
    source: event.source as string,
    type: event.type as PartnerType,
    subject: text(event.subject),
    knownAt: read(event.knownat, instantOfText),
    month: read(data.occurredOn, monthOfText),
    stage: text(data.stage),
    area: text(data.area),
    povertyRisk: typeof data.povertyRisk === 'boolean' ? data.povertyRisk : null,
    corrects: text(data.corrects),
    retracts: text(data.retracts),
    reason: text(data.reason),
    other: text(data.other),
    delivered: delivered(data),
  };
}

function delivered({ period, stages, areas }: Readonly<Record<string, unknown>>): Delivered | null {
  if (typeof period !== 'object' || period === null) return null;
  const { from, to } = period as Readonly<Record<string, unknown>>;
  const [first, last] = [read(from, monthOfText), read(to, monthOfText)];
  if (first === null || last === null) return null;
  return { from: first, to: last, stages: names(stages), areas: names(areas) };
}

function names(value: unknown): string[] | null {
  return Array.isArray(value)
    ? value.filter((name) => typeof name === 'string').sort(compareCodePoints)
    : null;
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function read<T>(value: unknown, reader: (text: string) => T | null): T | null {
  return typeof value === 'string' ? reader(value) : null;
}
