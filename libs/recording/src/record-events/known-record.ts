import type { CaseRecord, DeliveryStatement } from '@lueckenlos/chain';
import type { Fault } from '@lueckenlos/platform';
import { caseRecordOf, caseRecordOfNew } from '../stored/case-record-of';
import { deliveryStatementOf, deliveryStatementOfNew } from '../stored/delivery-statement-of';
import { receiptOf } from '../stored/receipt-of';
import { senderIdOf, subjectOf, type StoredPartnerEvent } from '../stored/stored-partner-event';
import { storedWarnings } from '../stored/warning-faults';
import { isCaseType, isDeliveryType } from '../wire/event-types';
import type { Candidate } from './candidate';
import type { Receipt } from './row';
import { isTelling } from './telling';

/** A record that is there: in the log, or in an earlier row of the same delivery (then without a receipt). */
export interface KnownRecord {
  /** Null where it is about no case. */
  readonly subject: string | null;
  readonly contentHash: string;
  /** Whether it can be corrected and retracted. */
  readonly isOfCase: boolean;
  /** Null for what is not of one case. */
  readonly record: CaseRecord | null;
  /** What it says about the deliveries of its agency. */
  readonly statement: DeliveryStatement | null;
  /** Whether other records of the case are judged by it. */
  readonly isTelling: boolean;
  readonly receipt: Receipt | null;
  readonly warnings: readonly Fault[];
}

export function knownFromLog(stored: StoredPartnerEvent): KnownRecord {
  return {
    subject: isDeliveryType(stored.type) ? null : subjectOf(stored),
    contentHash: stored.metadata.contentHash,
    isOfCase: isCaseType(stored.type),
    statement: deliveryStatementOf(stored),
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
    isOfCase: isCaseType(event.type),
    statement: deliveryStatementOfNew(event, now),
    isTelling: isTelling(event.type, event.stage),
    receipt: null,
    warnings,
    get record() {
      return (record ??= caseRecordOfNew(event, now));
    },
  };
}
