import { renderFault, type Language } from '@lueckenlos/platform';
import { receiptAnswer } from '../record-events/answer';
import { receiptOf } from '../stored/receipt-of';
import { senderIdOf, subjectOf } from '../stored/stored-partner-event';
import { storedWarnings } from '../stored/warning-faults';
import { isDeliveryType } from '../wire/event-types';
import type { OwnRecordAnswer } from './own-record.dto';
import type { OwnRecord } from './own-records';

export function ownRecordAnswer({ stored, state }: OwnRecord, language: Language): OwnRecordAnswer {
  const { source, type, data, metadata } = stored;
  const id = senderIdOf(stored);
  return {
    specversion: '1.0',
    id,
    source,
    type,
    ...(isDeliveryType(type) ? {} : { subject: subjectOf(stored) }),
    knownAt: metadata.knownAt,
    data,
    state,
    receipt: receiptAnswer(receiptOf(id, source, stored)),
    warnings: storedWarnings(stored).map((fault) => renderFault(fault, language)),
  };
}
