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

/** A row that counts as known. What it says is made when somebody asks: most rows are nobody's target. */
export class KnownRow implements KnownRecord {
  readonly receipt = null;
  private made: CaseRecord | null = null;

  constructor(
    private readonly row: Candidate,
    readonly warnings: readonly Fault[],
    private readonly now: Date,
  ) {}

  get subject(): string | null {
    return this.row.event.subject;
  }

  get contentHash(): string {
    return this.row.contentHash;
  }

  get isOfCase(): boolean {
    return isCaseType(this.row.event.type);
  }

  get isTelling(): boolean {
    return isTelling(this.row.event.type, this.row.event.stage);
  }

  get record(): CaseRecord | null {
    return (this.made ??= caseRecordOfNew(this.row.event, this.now));
  }

  get statement(): DeliveryStatement | null {
    return deliveryStatementOfNew(this.row.event, this.now);
  }
}
