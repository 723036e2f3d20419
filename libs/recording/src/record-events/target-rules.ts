import type { Fault } from '@lueckenlos/platform';
import type { Candidate } from './candidate';
import type { CaseKnowledge } from './case-knowledge';
import type { Knowledge } from './knowledge';

/** What makes it impossible that a correction or retraction ever counts, where that can be seen already. */
export function targetFault(row: Candidate, knowledge: Knowledge): Fault | null {
  const { event } = row;
  if (row.targetEventId === null || event.subject === null) return null;
  const pointer = event.corrects === null ? '/data/retracts' : '/data/corrects';
  if (row.targetEventId === row.eventId) return { code: selfCode(row), pointer };
  const target = knowledge.find(row.targetEventId);
  if (!target) return null;
  if (!target.isOfCase) return { code: 'recording.target-not-correctable', pointer };
  if (target.subject !== event.subject) return { code: 'recording.target-in-another-case', pointer };
  if (target.record?.kind === 'retracted') return { code: 'recording.target-is-retraction', pointer };
  return closesCircle(row, knowledge.caseOf(event.subject))
    ? { code: 'recording.correction-cycle', pointer }
    : null;
}

function selfCode({ event }: Candidate): string {
  return event.corrects === null ? 'recording.target-is-retraction' : 'recording.correction-cycle';
}

/** Follows the corrections from the target on. They may have come before their targets, so they can lead back here. */
function closesCircle({ event }: Candidate, known: CaseKnowledge): boolean {
  const seen = new Set<string>();
  let next = event.corrects;
  while (next !== null && !seen.has(next)) {
    if (next === event.id) return true;
    seen.add(next);
    const record = known.find(event.source, next);
    next = record?.kind === 'corrected' ? record.corrects : null;
  }
  return false;
}
