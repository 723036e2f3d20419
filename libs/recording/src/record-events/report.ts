import type { AppendedEvent } from '@lueckenlos/event-store';
import type { Fault } from '@lueckenlos/platform';
import { receiptOf } from '../stored/receipt-of';
import type { RowResult } from './row';
import type { Verdict } from './verdict';

const REFUSED: Fault = { code: 'recording.batch-refused', pointer: '' };

/** What the sender is told about a row; in a dry run nothing was appended and there is no receipt. */
export function resultOf(verdict: Verdict, appended: ReadonlyMap<string, AppendedEvent>): RowResult {
  const { index, event, eventId } = verdict.row;
  const common = { index, id: event.id };
  if (verdict.kind === 'reject') return { ...common, outcome: 'rejected', faults: [verdict.fault] };
  const warnings = verdict.kind === 'accept' ? verdict.warnings : verdict.first.warnings;
  const place = appended.get(eventId);
  const first = verdict.kind === 'duplicate' ? verdict.first.receipt : null;
  const receipt = first ?? (place ? receiptOf(event.id, event.source, place) : undefined);
  const outcome = verdict.kind === 'accept' ? 'accepted' : 'duplicate';
  return { ...common, outcome, ...(receipt ? { receipt } : {}), warnings };
}

/** All or nothing: with one bad row the good ones are refused. What was in the log before stays a duplicate. */
export function refuseAll(results: readonly RowResult[]): RowResult[] {
  return results.map((result) =>
    result.outcome === 'rejected' || (result.outcome === 'duplicate' && result.receipt)
      ? result
      : { index: result.index, id: result.id, outcome: 'rejected', faults: [REFUSED] },
  );
}
