import { DELIVERY_KINDS, type FiledDelivery } from '../case-file/case-file';
import { parseMonth } from '../month';
import { knownInstantOf, UnreadableEventError, type LoggedEvent } from './logged-event';

/** The kinds by type of event: looked up for each event of the log. */
const KIND_OF: ReadonlyMap<string, FiledDelivery['kind']> = new Map(
  DELIVERY_KINDS.map((kind) => [`lueckenlos.${kind}.v1`, kind]),
);

/** What was delivered, and the case whose stream it stands in. */
export interface CaseDelivery {
  readonly caseId: string;
  readonly delivery: FiledDelivery;
}

/**
 * Reads what an event of the log delivers about a case; null where it is no partner's record about one.
 * @throws UnreadableEventError where the event can't be one that the intake stored
 */
export function readDelivery(event: LoggedEvent): CaseDelivery | null {
  const kind = KIND_OF.get(event.type);
  if (kind === undefined) return null;
  const caseId = required(event.metadata.subject, 'case');
  return { caseId, delivery: deliveryOf(kind, caseId, event) };
}

/** Written out member by member: copying objects would show when millions of events are read. */
function deliveryOf(kind: FiledDelivery['kind'], caseId: string, event: LoggedEvent): FiledDelivery {
  const { data, metadata } = event;
  const source = required(event.source, 'sender');
  const id = required(metadata.senderId, 'id of its sender');
  const knownAt = knownInstantOf(event);
  const position = Number(event.position);
  if (kind === 'cases-linked' || kind === 'cases-unlinked') {
    const other = required(data['other'], 'other case');
    if (other === caseId) throw new UnreadableEventError('links a case with itself');
    return { kind, source, id, knownAt, position, caseId, other };
  }
  if (kind === 'retracted') {
    const retracts = required(data['retracts'], 'record to retract');
    return { kind, source, id, knownAt, position, retracts };
  }
  const month = monthOf(event);
  const stage = optionalText(data['stage']);
  const area = optionalText(data['area']);
  const povertyRisk = typeof data['povertyRisk'] === 'boolean' ? data['povertyRisk'] : null;
  if (kind === 'corrected') {
    const corrects = required(data['corrects'], 'record to correct');
    return { kind, source, id, knownAt, position, month, stage, area, povertyRisk, corrects };
  }
  if (kind === 'stage-reached') required(stage, 'stage');
  return { kind, source, id, knownAt, position, month, stage, area, povertyRisk };
}

function required(value: unknown, what: string): string {
  if (typeof value !== 'string' || value === '') throw new UnreadableEventError(`has no ${what}`);
  return value;
}

function monthOf({ data }: LoggedEvent): number {
  const month = parseMonth(String(data['occurredOn']));
  if (month === null) throw new UnreadableEventError('has no month');
  return month;
}

function optionalText(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
