import { FACT_KINDS, type CaseRecord } from './case-record';

const KINDS = [...FACT_KINDS, 'corrected', 'retracted'] as const;

/**
 * [kind, place of the sender, id, known instant, month, stage, area, poverty risk, target], without the nulls at
 * the end: an eighth of the size of an object.
 */
type Packed = [
  kind: number,
  sender: number,
  id: string,
  knownAt: number,
  month?: number | null,
  stage?: string | null,
  area?: string | null,
  povertyRisk?: boolean | null,
  target?: string | null,
];

/** Writes the records of a case as JSON: the senders, each once, then the records. */
export function packRecords(records: readonly CaseRecord[]): string {
  const senders: string[] = [];
  const packed = records.map((record) => {
    let sender = senders.indexOf(record.source);
    if (sender < 0) sender = senders.push(record.source) - 1;
    return pack(record, sender);
  });
  return JSON.stringify([senders, ...packed]);
}

/** Reads what {@link packRecords} wrote. */
export function unpackRecords(packed: readonly unknown[]): CaseRecord[] {
  const senders = packed[0] as readonly string[];
  return (packed.slice(1) as readonly Packed[]).map((one) => unpack(one, senders[one[1]] ?? ''));
}

function pack(record: CaseRecord, sender: number): Packed {
  const { kind, id, knownAt } = record;
  const packed: Packed = [KINDS.indexOf(kind), sender, id, knownAt];
  if (kind === 'retracted') {
    packed.push(null, null, null, null, record.retracts);
  } else {
    const target = kind === 'corrected' ? record.corrects : null;
    packed.push(record.month, record.stage, record.area, record.povertyRisk, target);
  }
  while (packed.at(-1) === null) packed.pop();
  return packed;
}

function unpack(packed: Packed, source: string): CaseRecord {
  const [code, , id, knownAt, month, stage = null, area = null, povertyRisk = null, target] = packed;
  const kind = KINDS[code];
  if (kind === undefined) throw new RangeError(`no kind of record has the code ${code}`);
  if (kind === 'retracted') return { kind, source, id, knownAt, retracts: target ?? '' };
  const stated = { source, id, knownAt, month: month ?? 0, stage, area, povertyRisk };
  return kind === 'corrected' ? { kind, ...stated, corrects: target ?? '' } : { kind, ...stated };
}
