import type { CaseRecord, CorrectionRecord, FactRecord } from './case-record';

/** Identifies a record within a case: ids are unique per sender only. */
export function recordKey(source: string, id: string): string {
  return `${source}\n${id}`;
}

export function keyOf(record: CaseRecord): string {
  return recordKey(record.source, record.id);
}

/** Where a correction leads: to the fact it replaces, to nothing known yet, or to nothing that could ever count. */
export type CorrectionTarget = FactRecord | 'unknown' | 'impossible';

/** The records of one case known at one instant, each once, with what points at what resolved. */
export interface RecordSet {
  readonly byKey: ReadonlyMap<string, CaseRecord>;
  /** Keys of the records named by a retraction that counts. */
  readonly retracted: ReadonlySet<string>;
  readonly targetOf: (correction: CorrectionRecord) => CorrectionTarget;
}

/** Takes each (sender, id) once and leaves out what is known at or after `knownBefore` (ms since 1970). */
export function recordSet(records: Iterable<CaseRecord>, knownBefore: number): RecordSet {
  const byKey = new Map<string, CaseRecord>();
  for (const record of records) {
    const key = keyOf(record);
    if (record.knownAt < knownBefore && !byKey.has(key)) byKey.set(key, record);
  }
  const retracted = new Set<string>();
  for (const record of byKey.values()) {
    if (record.kind === 'retracted') retracted.add(recordKey(record.source, record.retracts));
  }
  return { byKey, retracted, targetOf: (correction) => followCorrection(byKey, correction) };
}

function followCorrection(byKey: ReadonlyMap<string, CaseRecord>, first: CorrectionRecord): CorrectionTarget {
  const seen = new Set<string>();
  let correction = first;
  for (;;) {
    const key = keyOf(correction);
    if (seen.has(key)) return 'impossible';
    seen.add(key);
    const target = byKey.get(recordKey(correction.source, correction.corrects));
    if (!target) return 'unknown';
    if (target.kind === 'retracted') return 'impossible';
    if (target.kind !== 'corrected') return target;
    correction = target;
  }
}
