import { parseMonth, type FactKind, type FiledDelivery } from '@lueckenlos/chain';
import type { StoredEvent } from '@lueckenlos/event-store';
import { ProjectionError } from '../runner/projection-error';

const ABOUT_A_CASE =
  /^lueckenlos\.(stage-reached|moved-in|moved-out|relocated|died|corrected|retracted|cases-linked|cases-unlinked)\.v1$/;

/** What was delivered, and the case whose stream it stands in. */
export interface CaseDelivery {
  readonly caseId: string;
  readonly delivery: FiledDelivery;
}

/** Whether an event of the log is a partner's record about a case. */
export function isAboutACase({ type }: StoredEvent): boolean {
  return ABOUT_A_CASE.test(type);
}

/**
 * Reads a partner's event of the log.
 * @throws ProjectionError where the event can't be one that the intake stored
 */
export function readDelivery(event: StoredEvent): CaseDelivery {
  const { data, metadata, source } = event;
  const kind = ABOUT_A_CASE.exec(event.type)?.[1];
  if (kind === undefined) throw new ProjectionError('is no partner event');
  const caseId = required(metadata['subject'], 'case');
  const filed = {
    source: required(source, 'sender'),
    id: required(metadata['senderId'], 'id of its sender'),
    knownAt: knownInstant(event),
    position: Number(event.position),
  };
  if (kind === 'cases-linked' || kind === 'cases-unlinked') {
    const other = required(data['other'], 'other case');
    if (other === caseId) throw new ProjectionError('links a case with itself');
    return { caseId, delivery: { kind, ...filed, caseId, other } };
  }
  if (kind === 'retracted') {
    const retracts = required(data['retracts'], 'record to retract');
    return { caseId, delivery: { kind, ...filed, retracts } };
  }
  const stated = { month: monthOf(event), ...placeOf(data), stage: optionalText(data['stage']) };
  if (kind === 'corrected') {
    const corrects = required(data['corrects'], 'record to correct');
    return { caseId, delivery: { kind, ...filed, ...stated, corrects } };
  }
  if (kind === 'stage-reached') required(stated.stage, 'stage');
  return { caseId, delivery: { kind: kind as FactKind, ...filed, ...stated } };
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
