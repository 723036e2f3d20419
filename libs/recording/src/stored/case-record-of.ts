import { parseMonth, type CaseRecord, type Month } from '@lueckenlos/chain';
import { isCaseType, kindOfType, type PartnerType } from '../wire/event-types';
import type { PartnerEvent } from '../wire/partner-event';
import { senderIdOf, type StoredPartnerEvent } from './stored-partner-event';

/** A stored event as the fold over a case reads it; null for what is no record of one case. */
export function caseRecordOf(stored: StoredPartnerEvent): CaseRecord | null {
  const { data, source, type, metadata } = stored;
  return recordOf(type, source, senderIdOf(stored), Date.parse(metadata.knownAt), {
    month: parseMonth(String(data.occurredOn)),
    stage: textOrNull(data.stage),
    area: textOrNull(data.area),
    povertyRisk: typeof data.povertyRisk === 'boolean' ? data.povertyRisk : null,
    corrects: textOrNull(data.corrects),
    retracts: textOrNull(data.retracts),
  });
}

/** An event that is about to be stored, as the fold will read it; null likewise. */
export function caseRecordOfNew(event: PartnerEvent, now: Date): CaseRecord | null {
  return recordOf(event.type, event.source, event.id, event.knownAt ?? now.getTime(), event);
}

type Stated = Pick<PartnerEvent, 'stage' | 'area' | 'povertyRisk' | 'corrects' | 'retracts'> & {
  readonly month: Month | null;
};

function recordOf(
  type: PartnerType,
  source: string,
  id: string,
  knownAt: number,
  stated: Stated,
): CaseRecord | null {
  if (!isCaseType(type)) return null;
  const kind = kindOfType(type);
  const { stage, area, povertyRisk } = stated;
  const month = stated.month ?? 0;
  if (kind === 'retracted') return { kind, source, id, knownAt, retracts: stated.retracts ?? '' };
  if (kind !== 'corrected') return { kind, source, id, knownAt, month, stage, area, povertyRisk };
  return { kind, source, id, knownAt, month, stage, area, povertyRisk, corrects: stated.corrects ?? '' };
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
