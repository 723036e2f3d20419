import { parseMonth, type CaseRecord, type FactKind } from '@lueckenlos/chain';
import type { StoredEvent } from '@lueckenlos/event-store';

const PARTNER_TYPE =
  /^lueckenlos\.(stage-reached|moved-in|moved-out|relocated|died|corrected|retracted)\.v1$/;

/** A record and the case it belongs to. */
export interface CaseDelivery {
  readonly caseId: string;
  readonly record: CaseRecord;
}

/** Whether an event of the log is a partner's record. */
export function isPartnerEvent({ type }: StoredEvent): boolean {
  return PARTNER_TYPE.test(type);
}

/**
 * Reads a partner event of the log.
 * @throws RangeError where the event can't be one that the intake stored
 */
export function caseDelivery(event: StoredEvent): CaseDelivery {
  const { data, metadata, source } = event;
  const kind = PARTNER_TYPE.exec(event.type)?.[1];
  const [caseId, id] = [metadata['subject'], metadata['senderId']];
  if (kind === undefined || typeof caseId !== 'string' || typeof id !== 'string' || source === null) {
    throw new RangeError(`the event at position ${event.position} is no partner event`);
  }
  const delivered = { source, id, knownAt: Date.parse(metadata.knownAt) };
  if (kind === 'retracted')
    return { caseId, record: { kind, ...delivered, retracts: String(data['retracts']) } };
  const stated = { month: monthOf(event), ...placeOf(data), stage: optionalText(data['stage']) };
  if (kind === 'corrected') {
    return { caseId, record: { kind, ...delivered, ...stated, corrects: String(data['corrects']) } };
  }
  return { caseId, record: { kind: kind as FactKind, ...delivered, ...stated } };
}

function monthOf({ data, position }: StoredEvent): number {
  const month = parseMonth(String(data['occurredOn']));
  if (month === null) throw new RangeError(`the event at position ${position} has no month`);
  return month;
}

function placeOf(data: StoredEvent['data']): { area: string | null; povertyRisk: boolean | null } {
  const risk = data['povertyRisk'];
  return { area: optionalText(data['area']), povertyRisk: typeof risk === 'boolean' ? risk : null };
}

function optionalText(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
