import type { Candidate } from './candidate';
import type { Knowledge } from './knowledge';
import { KnownRow } from './known-record';
import { targetFault } from './target-rules';
import type { Verdict } from './verdict';
import { warningFault } from '../stored/warning-faults';
import { warningsOf, type WindowsOf } from './warnings';

/** Judges one row after the other: an accepted one counts as known for those that follow. */
export function judge(row: Candidate, knowledge: Knowledge, windowsOf: WindowsOf, now: Date): Verdict {
  const verdict = verdictOn(row, knowledge, windowsOf);
  if (verdict.kind === 'accept') knowledge.add(row.eventId, new KnownRow(row, verdict.warnings, now));
  return verdict;
}

function verdictOn(row: Candidate, knowledge: Knowledge, windowsOf: WindowsOf): Verdict {
  const first = knowledge.find(row.eventId);
  if (first) {
    return first.contentHash === row.contentHash
      ? { kind: 'duplicate', row, first }
      : { kind: 'reject', row, fault: { code: 'recording.same-id-different-content', pointer: '/id' } };
  }
  const fault = targetFault(row, knowledge);
  if (fault) return { kind: 'reject', row, fault };
  const warnings = warningsOf(row, knowledge, windowsOf).map((code) => warningFault(code, row.event.type));
  return { kind: 'accept', row, warnings };
}
