import type { CaseRecord, CorrectionRecord, RetractionRecord } from './case-record';
import { winningCorrections } from './effective-facts';
import { keyOf, RecordSet } from './record-set';

/**
 * How a record stands: `in-force`; `corrected` (a correction counts in its place); `retracted` (itself, or
 * the original it corrects); `parked` (what it points at has not arrived); `without-effect` (it points at a
 * retraction or into a cycle and never counts).
 */
export type RecordState = 'in-force' | 'corrected' | 'retracted' | 'parked' | 'without-effect';

/** The state of each of a case's records, by {@link recordKey}, with everything known that is given. */
export function recordStates(records: Iterable<CaseRecord>): Map<string, RecordState> {
  const set = new RecordSet(records, Infinity);
  const winners = winningCorrections(set);
  return new Map(set.records.map((record) => [keyOf(record), stateOf(record, set, winners)]));
}

function stateOf(
  record: CaseRecord,
  set: RecordSet,
  winners: ReadonlyMap<CaseRecord, CorrectionRecord>,
): RecordState {
  if (record.kind === 'retracted') return stateOfRetraction(record, set);
  if (record.kind === 'corrected') return stateOfCorrection(record, set, winners);
  if (set.retracted.has(record)) return 'retracted';
  return winners.has(record) ? 'corrected' : 'in-force';
}

function stateOfRetraction(record: RetractionRecord, set: RecordSet): RecordState {
  const target = set.find(record.source, record.retracts);
  if (!target) return 'parked';
  return target.kind === 'retracted' ? 'without-effect' : 'in-force';
}

function stateOfCorrection(
  record: CorrectionRecord,
  set: RecordSet,
  winners: ReadonlyMap<CaseRecord, CorrectionRecord>,
): RecordState {
  if (set.retracted.has(record)) return 'retracted';
  const target = set.targetOf(record);
  if (target === 'unknown') return 'parked';
  if (target === 'impossible') return 'without-effect';
  if (set.retracted.has(target)) return 'retracted';
  return winners.get(target) === record ? 'in-force' : 'corrected';
}
