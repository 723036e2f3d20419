import type { AppendedEvent } from '@lueckenlos/event-store';
import type { Fault } from '@lueckenlos/platform';
import { receiptOf } from '../stored/receipt-of';
import type { RowResult } from './row';
import type { Verdict } from './verdict';

const REFUSED: Fault = { code: 'recording.batch-refused', pointer: '' };

/** What the sender is told about a row; in a dry run nothing was appended and there is no receipt. */
export function resultOf(verdict: Verdict, appended: ReadonlyMap<string, AppendedEvent>): RowResult {
  const { index, event, eventId } = verdict.row;
  const { id, source } = event;
  if (verdict.kind === 'reject') return { index, id, outcome: 'rejected', faults: [verdict.fault] };
  const place = appended.get(eventId);
  const receipt = place ? receiptOf(id, source, place) : undefined;
  if (verdict.kind === 'accept')
    return { index, id, outcome: 'accepted', receipt, warnings: verdict.warnings };
  const { first } = verdict;
  return { index, id, outcome: 'duplicate', receipt: first.receipt ?? receipt, warnings: first.warnings };
}

/** All or nothing: with one bad row the good ones are refused. What was in the log before stays a duplicate. */
export function refuseAll(results: readonly RowResult[]): RowResult[] {
  return results.map((result) =>
    result.outcome === 'rejected' || (result.outcome === 'duplicate' && result.receipt)
      ? result
      : { index: result.index, id: result.id, outcome: 'rejected', faults: [REFUSED] },
  );
}
