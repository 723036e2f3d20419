import { compareCodePoints } from '../code-points';
import type { Month } from '../month';
import type { CaseRecord, CorrectionRecord, FactKind, FactRecord } from './case-record';
import { RecordSet } from './record-set';

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
  const set = new RecordSet(records, knownBefore);
  const winners = winningCorrections(set);
  const facts: Fact[] = [];
  for (const record of set.records) {
    if (record.kind === 'corrected' || record.kind === 'retracted' || set.retracted.has(record)) continue;
    facts.push(inForce(record, winners.get(record)));
  }
  return facts;
}

/**
 * The facts of a case of which nothing is corrected or taken back, as most are: all that came, and what came twice is there
 * twice. Null of other cases.
 */
export function plainFacts(records: Iterable<CaseRecord>, knownBefore: number): Fact[] | null {
  const facts: Fact[] = [];
  for (const record of records) {
    if (record.knownAt >= knownBefore) continue;
    if (record.kind === 'corrected' || record.kind === 'retracted') return null;
    facts.push(inForce(record, undefined));
  }
  return facts;
}

/** For each original the correction that replaces it: the last by (known instant, id) not retracted. */
export function winningCorrections(set: RecordSet): Map<CaseRecord, CorrectionRecord> {
  const winners = new Map<CaseRecord, CorrectionRecord>();
  for (const record of set.records) {
    if (record.kind !== 'corrected' || set.retracted.has(record)) continue;
    const target = set.targetOf(record);
    if (typeof target === 'string') continue;
    const rival = winners.get(target);
    if (!rival || isLater(record, rival)) winners.set(target, record);
  }
  return winners;
}

function isLater(a: CorrectionRecord, b: CorrectionRecord): boolean {
  return a.knownAt !== b.knownAt ? a.knownAt > b.knownAt : compareCodePoints(a.id, b.id) > 0;
}

function inForce(original: FactRecord, correction: CorrectionRecord | undefined): Fact {
  if (!correction && (original.kind === 'stage-reached' || original.stage === null)) return original;
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
