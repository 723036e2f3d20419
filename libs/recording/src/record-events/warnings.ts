import { BIRTH_STAGE, type CaseRecord, type Month } from '@lueckenlos/chain';
import type { WarningCode } from '../problems';
import { isDeliveryType, kindOfType } from '../wire/event-types';
import type { PartnerEvent } from '../wire/partner-event';
import type { StageWindow } from '../wire/vocabulary';
import type { Candidate } from './candidate';
import type { CaseKnowledge, Lifetime } from './case-knowledge';
import type { Knowledge } from './knowledge';

export type WindowsOf = (stage: string, birth: Month) => readonly StageWindow[];

/** What is claimed to have happened, whichever way it is reported. */
interface Claim {
  readonly kind: string;
  readonly stage: string | null;
  readonly month: Month;
}

/**
 * What is odd about a row by what is known at its arrival. Nothing is refused for it: the other record may be the
 * wrong one, or its correction on the way.
 */
export function warningsOf(row: Candidate, knowledge: Knowledge, windowsOf: WindowsOf): WarningCode[] {
  if (row.targetEventId !== null && !knowledge.find(row.targetEventId))
    return ['recording.target-not-yet-known'];
  const { subject, other } = row.event;
  if (subject === null) return deliveryOddities(row.event, knowledge);
  if (other !== null) {
    const isKnown = knowledge.hasSubject(subject) && knowledge.hasSubject(other);
    return isKnown ? [] : ['recording.linked-case-not-yet-known'];
  }
  const known = knowledge.caseOf(subject);
  const claim = claimOf(row, knowledge, known);
  return claim ? oddities(claim, known.lifetime(), windowsOf) : [];
}

function deliveryOddities({ type, delivered }: PartnerEvent, { deliveries }: Knowledge): WarningCode[] {
  if (!isDeliveryType(type) || !delivered) return [];
  const oddity = deliveries.oddityOf({ kind: kindOfType(type), ...delivered });
  return oddity === null ? [] : [`recording.delivery-${oddity}`];
}

function oddities(claim: Claim, { birth, death }: Lifetime, windowsOf: WindowsOf): WarningCode[] {
  const odd: WarningCode[] = [];
  if (birth !== null && claim.stage !== BIRTH_STAGE) {
    const expected = claim.stage === null ? null : isExpected(claim.month, windowsOf(claim.stage, birth));
    if (claim.month < birth && expected !== true) odd.push('recording.before-birth');
    else if (expected === false) odd.push('recording.outside-every-window');
  }
  if (death !== null && claim.month > death && claim.kind !== 'died') odd.push('recording.after-death');
  return odd;
}

function isExpected(month: Month, windows: readonly StageWindow[]): boolean {
  return windows.some(({ opens, closes }) => opens <= month && month <= closes);
}

/** A correction claims what its original claims, in another month; null where nothing is claimed or it can't be told. */
function claimOf(
  { event, targetEventId }: Candidate,
  knowledge: Knowledge,
  known: CaseKnowledge,
): Claim | null {
  if (event.month === null) return null;
  if (targetEventId === null) return { kind: kindOfType(event.type), stage: event.stage, month: event.month };
  const original = originalOf(knowledge.find(targetEventId)?.record, event, known);
  if (!original || original.kind === 'corrected' || original.kind === 'retracted') return null;
  const { kind } = original;
  return {
    kind,
    stage: kind === 'stage-reached' ? (event.stage ?? original.stage) : null,
    month: event.month,
  };
}

function originalOf(
  target: CaseRecord | null | undefined,
  { source }: PartnerEvent,
  known: CaseKnowledge,
): CaseRecord | null | undefined {
  const seen = new Set<CaseRecord>();
  let record = target;
  while (record?.kind === 'corrected' && !seen.has(record)) {
    seen.add(record);
    record = known.find(source, record.corrects);
  }
  return record;
}
