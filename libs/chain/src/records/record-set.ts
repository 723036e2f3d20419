import type { CaseRecord, CorrectionRecord, FactRecord } from './case-record';

/** Identifies a record within a case: ids are unique per sender only. */
export function recordKey(source: string, id: string): string {
  return `${source}\n${id}`;
}

export function keyOf({ source, id }: CaseRecord): string {
  return recordKey(source, id);
}

/** Where a correction leads: to the fact it replaces, to nothing known yet, or to nothing that could ever count. */
export type CorrectionTarget = FactRecord | 'unknown' | 'impossible';

/** The records of one case known at one instant, each (sender, id) once, with what points at what resolved. */
export class RecordSet {
  readonly records: CaseRecord[] = [];
  /** What is named by a retraction. */
  readonly retracted: ReadonlySet<CaseRecord>;
  /** By sender and id. A key of both texts would have to be made for every record. */
  private readonly bySender = new Map<string, Map<string, CaseRecord>>();

  /** Leaves out what is known at or after `knownBefore` (ms since 1970). */
  constructor(records: Iterable<CaseRecord>, knownBefore: number) {
    for (const record of records) if (record.knownAt < knownBefore) this.add(record);
    const retracted = new Set<CaseRecord>();
    for (const record of this.records) {
      if (record.kind !== 'retracted') continue;
      const target = this.find(record.source, record.retracts);
      if (target) retracted.add(target);
    }
    this.retracted = retracted;
  }

  find(source: string, id: string): CaseRecord | undefined {
    return this.bySender.get(source)?.get(id);
  }

  targetOf(first: CorrectionRecord): CorrectionTarget {
    const seen = new Set<CaseRecord>();
    let correction = first;
    for (;;) {
      if (seen.has(correction)) return 'impossible';
      seen.add(correction);
      const target = this.find(correction.source, correction.corrects);
      if (!target) return 'unknown';
      if (target.kind === 'retracted') return 'impossible';
      if (target.kind !== 'corrected') return target;
      correction = target;
    }
  }

  private add(record: CaseRecord): void {
    const { source, id } = record;
    let own = this.bySender.get(source);
    if (own?.has(id)) return;
    if (!own) {
      own = new Map<string, CaseRecord>();
      this.bySender.set(source, own);
    }
    own.set(id, record);
    this.records.push(record);
  }
}
