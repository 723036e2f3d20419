import type { CaseRecord, CorrectionRecord, RetractionRecord } from './case-record';
import { winningCorrections } from './effective-facts';
import { keyOf, recordKey, recordSet, type RecordSet } from './record-set';

/**
 * How a record stands: `in-force`; `corrected` (a correction counts in its place); `retracted` (itself, or
 * the original it corrects); `parked` (what it points at has not arrived); `without-effect` (it points at a
 * retraction or into a cycle and never counts).
 */
export type RecordState = 'in-force' | 'corrected' | 'retracted' | 'parked' | 'without-effect';

/** The state of each of a case's records, by {@link recordKey}, with everything known that is given. */
export function recordStates(records: Iterable<CaseRecord>): Map<string, RecordState> {
  const set = recordSet(records, Infinity);
  const winners = winningCorrections(set);
  const states = new Map<string, RecordState>();
  for (const [key, record] of set.byKey) states.set(key, stateOf(key, record, set, winners));
  return states;
}

function stateOf(
  key: string,
  record: CaseRecord,
  set: RecordSet,
  winners: ReadonlyMap<string, CorrectionRecord>,
): RecordState {
  if (record.kind === 'retracted') return stateOfRetraction(record, set);
  if (record.kind === 'corrected') return stateOfCorrection(key, record, set, winners);
  if (set.retracted.has(key)) return 'retracted';
  return winners.has(key) ? 'corrected' : 'in-force';
}

function stateOfRetraction(record: RetractionRecord, set: RecordSet): RecordState {
  const target = set.byKey.get(recordKey(record.source, record.retracts));
  if (!target) return 'parked';
  return target.kind === 'retracted' ? 'without-effect' : 'in-force';
}

function stateOfCorrection(
  key: string,
  record: CorrectionRecord,
  set: RecordSet,
  winners: ReadonlyMap<string, CorrectionRecord>,
): RecordState {
  if (set.retracted.has(key)) return 'retracted';
  const target = set.targetOf(record);
  if (target === 'unknown') return 'parked';
  if (target === 'impossible') return 'without-effect';
  if (set.retracted.has(keyOf(target))) return 'retracted';
  return winners.get(keyOf(target)) === record ? 'in-force' : 'corrected';
}
