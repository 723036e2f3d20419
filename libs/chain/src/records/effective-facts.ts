import { compareCodePoints } from '../code-points';
import type { Month } from '../month';
import type { CaseRecord, CorrectionRecord, FactKind, FactRecord } from './case-record';
import { keyOf, recordSet, type RecordSet } from './record-set';

/** What counts of an original record and its corrections. A corrected fact has its correction's instant and id. */
export interface Fact {
  readonly kind: FactKind;
  readonly stage: string | null;
  readonly month: Month;
  readonly area: string | null;
  readonly povertyRisk: boolean | null;
  readonly knownAt: number;
  readonly id: string;
  readonly source: string;
}

/**
 * The facts in force among the records known before an instant (ms since 1970). A function of the set of
 * records: order and repetition don't matter.
 */
export function effectiveFacts(records: Iterable<CaseRecord>, knownBefore = Infinity): Fact[] {
  const set = recordSet(records, knownBefore);
  const winners = winningCorrections(set);
  const facts: Fact[] = [];
  for (const [key, record] of set.byKey) {
    if (record.kind === 'corrected' || record.kind === 'retracted' || set.retracted.has(key)) continue;
    facts.push(inForce(record, winners.get(key)));
  }
  return facts;
}

/** For each original (by key) the correction that replaces it: the last by (known instant, id) not retracted. */
export function winningCorrections(set: RecordSet): Map<string, CorrectionRecord> {
  const winners = new Map<string, CorrectionRecord>();
  for (const [key, record] of set.byKey) {
    if (record.kind !== 'corrected' || set.retracted.has(key)) continue;
    const target = set.targetOf(record);
    if (typeof target === 'string') continue;
    const targetKey = keyOf(target);
    const rival = winners.get(targetKey);
    if (!rival || isLater(record, rival)) winners.set(targetKey, record);
  }
  return winners;
}

function isLater(a: CorrectionRecord, b: CorrectionRecord): boolean {
  return a.knownAt !== b.knownAt ? a.knownAt > b.knownAt : compareCodePoints(a.id, b.id) > 0;
}

function inForce(original: FactRecord, correction: CorrectionRecord | undefined): Fact {
  const stated = correction ?? original;
  return {
    kind: original.kind,
    stage: original.kind === 'stage-reached' ? (correction?.stage ?? original.stage) : null,
    month: stated.month,
    area: stated.area,
    povertyRisk: stated.povertyRisk,
    knownAt: stated.knownAt,
    id: stated.id,
    source: stated.source,
  };
}
