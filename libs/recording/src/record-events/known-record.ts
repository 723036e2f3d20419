import type { CaseRecord } from '@lueckenlos/chain';
import type { Fault } from '@lueckenlos/platform';
import { caseRecordOf, caseRecordOfNew } from '../stored/case-record-of';
import { receiptOf } from '../stored/receipt-of';
import { senderIdOf, subjectOf, type StoredPartnerEvent } from '../stored/stored-partner-event';
import { storedWarnings } from '../stored/warning-faults';
import { isLinkType } from '../wire/event-types';
import type { Candidate } from './candidate';
import type { Receipt } from './row';
import { isTelling } from './telling';

/** A record that is there: in the log, or in an earlier row of the same delivery (then without a receipt). */
export interface KnownRecord {
  readonly subject: string;
  readonly contentHash: string;
  readonly isLink: boolean;
  /** Null for a link. */
  readonly record: CaseRecord | null;
  /** Whether other records of the case are judged by it. */
  readonly isTelling: boolean;
  readonly receipt: Receipt | null;
  readonly warnings: readonly Fault[];
}

export function knownFromLog(stored: StoredPartnerEvent): KnownRecord {
  return {
    subject: subjectOf(stored),
    contentHash: stored.metadata.contentHash,
    isLink: isLinkType(stored.type),
    record: caseRecordOf(stored),
    isTelling: isTelling(stored.type, stored.data.stage),
    receipt: receiptOf(senderIdOf(stored), stored.source, stored),
    warnings: storedWarnings(stored),
  };
}

export function knownFromRow(
  { event, contentHash }: Candidate,
  warnings: readonly Fault[],
  now: Date,
): KnownRecord {
  // Made when somebody asks: most rows are nobody's target and say nothing about the limits of a life.
  let record: CaseRecord | null = null;
  return {
    subject: event.subject,
    contentHash,
    isLink: isLinkType(event.type),
    isTelling: isTelling(event.type, event.stage),
    receipt: null,
    warnings,
    get record() {
      return (record ??= caseRecordOfNew(event, now));
    },
  };
}
