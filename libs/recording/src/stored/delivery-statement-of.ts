import { parseMonth, type DeliveryStatement } from '@lueckenlos/chain';
import { isDeliveryType, kindOfType } from '../wire/event-types';
import type { PartnerEvent } from '../wire/partner-event';
import { senderIdOf, type StoredPartnerEvent } from './stored-partner-event';

/** What a stored event says about the deliveries of its agency; null where it is about cases. */
export function deliveryStatementOf(stored: StoredPartnerEvent): DeliveryStatement | null {
  if (!isDeliveryType(stored.type)) return null;
  const { period, stages, areas } = stored.data as unknown as StoredDelivered;
  return {
    kind: kindOfType(stored.type),
    id: senderIdOf(stored),
    knownAt: Date.parse(stored.metadata.knownAt),
    from: parseMonth(period.from) ?? 0,
    to: parseMonth(period.to) ?? 0,
    stages: stages ?? null,
    areas: areas ?? null,
  };
}

/** The same of an event that is about to be stored. */
export function deliveryStatementOfNew(event: PartnerEvent, now: Date): DeliveryStatement | null {
  const { type, id, knownAt, delivered } = event;
  if (!isDeliveryType(type) || !delivered) return null;
  return { kind: kindOfType(type), id, knownAt: knownAt ?? now.getTime(), ...delivered };
}

interface StoredDelivered {
  readonly period: { readonly from: string; readonly to: string };
  readonly stages?: readonly string[];
  readonly areas?: readonly string[];
}
