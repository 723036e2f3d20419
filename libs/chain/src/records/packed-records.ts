import { FACT_KINDS, type CaseRecord } from './case-record';

const KINDS = [...FACT_KINDS, 'corrected', 'retracted'] as const;

/** [kind, sender, id, known instant, month, stage, area, poverty risk, target]: a fifth of the size of an object. */
type Packed = [
  number,
  string,
  string,
  number,
  number,
  string | null,
  string | null,
  boolean | null,
  string | null,
];

/** Writes the records of a case as JSON. */
export function packRecords(records: readonly CaseRecord[]): string {
  return JSON.stringify(records.map(pack));
}

/** Reads what {@link packRecords} wrote. */
export function unpackRecords(packed: readonly unknown[]): CaseRecord[] {
  return (packed as readonly Packed[]).map(unpack);
}

function pack(record: CaseRecord): Packed {
  const { kind, source, id, knownAt } = record;
  const code = KINDS.indexOf(kind);
  if (kind === 'retracted') return [code, source, id, knownAt, 0, null, null, null, record.retracts];
  const target = kind === 'corrected' ? record.corrects : null;
  return [code, source, id, knownAt, record.month, record.stage, record.area, record.povertyRisk, target];
}

function unpack([code, source, id, knownAt, month, stage, area, povertyRisk, target]: Packed): CaseRecord {
  const kind = KINDS[code];
  if (kind === undefined) throw new RangeError(`no kind of record has the code ${code}`);
  if (kind === 'retracted') return { kind, source, id, knownAt, retracts: target ?? '' };
  const stated = { source, id, knownAt, month, stage, area, povertyRisk };
  return kind === 'corrected' ? { kind, ...stated, corrects: target ?? '' } : { kind, ...stated };
}
