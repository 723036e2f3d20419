import { parseMonth, type CaseRecord, type FactKind } from '@lueckenlos/chain';
import type { StoredEvent } from '@lueckenlos/event-store';
import { ProjectionError } from '../runner/projection-error';

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
 * @throws ProjectionError where the event can't be one that the intake stored
 */
export function caseDelivery(event: StoredEvent): CaseDelivery {
  const { data, metadata, source } = event;
  const kind = PARTNER_TYPE.exec(event.type)?.[1];
  if (kind === undefined) throw new ProjectionError('is no partner event');
  const caseId = required(metadata['subject'], 'case');
  const delivered = {
    source: required(source, 'sender'),
    id: required(metadata['senderId'], 'id of its sender'),
    knownAt: knownInstant(event),
  };
  if (kind === 'retracted') {
    const retracts = required(data['retracts'], 'record to retract');
    return { caseId, record: { kind, ...delivered, retracts } };
  }
  const stated = { month: monthOf(event), ...placeOf(data), stage: optionalText(data['stage']) };
  if (kind === 'corrected') {
    const corrects = required(data['corrects'], 'record to correct');
    return { caseId, record: { kind, ...delivered, ...stated, corrects } };
  }
  if (kind === 'stage-reached') required(stated.stage, 'stage');
  return { caseId, record: { kind: kind as FactKind, ...delivered, ...stated } };
}

function required(value: unknown, what: string): string {
  if (typeof value !== 'string' || value === '') throw new ProjectionError(`has no ${what}`);
  return value;
}

function knownInstant({ metadata }: StoredEvent): number {
  const instant = Date.parse(metadata.knownAt);
  if (Number.isNaN(instant)) throw new ProjectionError('has no known instant');
  return instant;
}

function monthOf({ data }: StoredEvent): number {
  const month = parseMonth(String(data['occurredOn']));
  if (month === null) throw new ProjectionError('has no month');
  return month;
}

function placeOf(data: StoredEvent['data']): { area: string | null; povertyRisk: boolean | null } {
  const risk = data['povertyRisk'];
  return { area: optionalText(data['area']), povertyRisk: typeof risk === 'boolean' ? risk : null };
}

function optionalText(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
