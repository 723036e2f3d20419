import { parseMonth, type CaseRecord, type Month } from '@lueckenlos/chain';
import type { PartnerEvent } from '../wire/partner-event';
import { kindOfType, type PartnerType } from '../wire/event-types';
import { senderIdOf, type StoredPartnerEvent } from './stored-partner-event';

type Stated = Pick<PartnerEvent, 'stage' | 'area' | 'povertyRisk' | 'corrects' | 'retracts'> & {
  readonly month: Month | null;
};

interface Delivered {
  readonly source: string;
  readonly id: string;
  readonly knownAt: number;
}

/** A stored event as the fold over a case reads it. */
export function caseRecordOf(stored: StoredPartnerEvent): CaseRecord {
  const delivered = {
    source: stored.source,
    id: senderIdOf(stored),
    knownAt: Date.parse(stored.metadata.knownAt),
  };
  return recordOf(stored.type, delivered, statedIn(stored.data));
}

/** An event that is about to be stored, as the fold will read it. */
export function caseRecordOfNew(event: PartnerEvent, now: Date): CaseRecord {
  const { source, id } = event;
  return recordOf(event.type, { source, id, knownAt: event.knownAt ?? now.getTime() }, event);
}

function recordOf(type: PartnerType, delivered: Delivered, stated: Stated): CaseRecord {
  const kind = kindOfType(type);
  if (kind === 'retracted') return { ...delivered, kind, retracts: stated.retracts ?? '' };
  const { stage, area, povertyRisk } = stated;
  const fact = { ...delivered, month: stated.month ?? 0, stage, area, povertyRisk };
  return kind === 'corrected' ? { ...fact, kind, corrects: stated.corrects ?? '' } : { ...fact, kind };
}

function statedIn(data: Readonly<Record<string, unknown>>): Stated {
  return {
    month: parseMonth(String(data.occurredOn)),
    stage: textOrNull(data.stage),
    area: textOrNull(data.area),
    povertyRisk: typeof data.povertyRisk === 'boolean' ? data.povertyRisk : null,
    corrects: textOrNull(data.corrects),
    retracts: textOrNull(data.retracts),
  };
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
