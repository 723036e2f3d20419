import type { PartnerType } from '../wire/event-types';

type Data = Readonly<Record<string, unknown>>;
type Parts = Readonly<Record<string, unknown>>;

export const SENDER = 'youth-office';
export const SOURCE = `/agencies/${SENDER}`;

/** A CloudEvent as an agency would send it; every part can be replaced. */
export function cloudEvent(kind: string, data: Data, parts: Parts = {}): Record<string, unknown> {
  const type = `lueckenlos.${kind}.v1` as PartnerType;
  return { specversion: '1.0', id: 'r-1', source: SOURCE, type, subject: 'c1', data, ...parts };
}

export function reached(
  stage: string,
  occurredOn: string,
  parts: Parts = {},
  data: Data = {},
): Record<string, unknown> {
  return cloudEvent('stage-reached', { stage, occurredOn, ...data }, parts);
}

export function corrected(
  corrects: string,
  occurredOn: string,
  parts: Parts = {},
  data: Data = {},
): Record<string, unknown> {
  return cloudEvent('corrected', { corrects, occurredOn, ...data }, parts);
}

export function retracted(retracts: string, parts: Parts = {}): Record<string, unknown> {
  return cloudEvent('retracted', { retracts, reason: 'entered in error' }, parts);
}

/** Says that two pseudonyms are one child; `unlinked` says that they are not. */
export function linked(subject: string, other: string, parts: Parts = {}): Record<string, unknown> {
  return cloudEvent('cases-linked', { other }, { subject, ...parts });
}

export function unlinked(subject: string, other: string, parts: Parts = {}): Record<string, unknown> {
  return cloudEvent('cases-unlinked', { other }, { subject, ...parts });
}

/** Says that the agency has delivered a period, or `reopened` that it has not. */
export function completed(
  from: string,
  to: string,
  parts: Parts = {},
  data: Data = {},
): Record<string, unknown> {
  const event = cloudEvent('delivery-completed', { period: { from, to }, ...data });
  delete event.subject;
  return { ...event, ...parts };
}

export function reopened(
  from: string,
  to: string,
  parts: Parts = {},
  data: Data = {},
): Record<string, unknown> {
  return completed(from, to, { type: 'lueckenlos.delivery-reopened.v1', ...parts }, data);
}
