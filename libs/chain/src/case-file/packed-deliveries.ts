import { FACT_KINDS } from '../records/case-record';
import { isLink, type FiledDelivery } from './case-file';

const KINDS = [...FACT_KINDS, 'corrected', 'retracted', 'cases-linked', 'cases-unlinked'] as const;

/**
 * [kind, place of the sender, id, known instant, position, month, stage, area, poverty risk, target], without
 * the nulls at the end: an eighth of the size of an object. The target of a link is the other case.
 */
type Packed = [
  kind: number,
  sender: number,
  id: string,
  knownAt: number,
  position: number,
  month?: number | null,
  stage?: string | null,
  area?: string | null,
  povertyRisk?: boolean | null,
  target?: string | null,
];

/**
 * Writes what was delivered about one case as text: the senders, each once, then the deliveries. Texts joined by
 * commas read back as one, so that more can be added to a text without reading it.
 */
export function packDeliveries(deliveries: readonly FiledDelivery[]): string {
  const senders: string[] = [];
  const packed = deliveries.map((delivery) => {
    let sender = senders.indexOf(delivery.source);
    if (sender < 0) sender = senders.push(delivery.source) - 1;
    return pack(delivery, sender);
  });
  return JSON.stringify([senders, ...packed]);
}

/** Reads what {@link packDeliveries} wrote about a case, in one text or several joined by commas. */
export function unpackDeliveries(caseId: string, text: string): FiledDelivery[] {
  const deliveries: FiledDelivery[] = [];
  for (const part of JSON.parse(`[${text}]`) as (readonly [readonly string[], ...Packed[]])[]) {
    const senders = part[0];
    for (let at = 1; at < part.length; at++) {
      const packed = part[at] as Packed;
      deliveries.push(unpack(caseId, packed, senders[packed[1]] ?? ''));
    }
  }
  return deliveries;
}

function pack(delivery: FiledDelivery, sender: number): Packed {
  const { kind, id, knownAt, position } = delivery;
  const packed: Packed = [KINDS.indexOf(kind), sender, id, knownAt, position];
  if (isLink(delivery)) {
    packed.push(null, null, null, null, delivery.other);
  } else if (delivery.kind === 'retracted') {
    packed.push(null, null, null, null, delivery.retracts);
  } else {
    const target = delivery.kind === 'corrected' ? delivery.corrects : null;
    packed.push(delivery.month, delivery.stage, delivery.area, delivery.povertyRisk, target);
  }
  while (packed.at(-1) === null) packed.pop();
  return packed;
}

/** Objects are written member by member: made by spreading, they take V8 several times as long. */
function unpack(caseId: string, packed: Packed, source: string): FiledDelivery {
  const kind = KINDS[packed[0]];
  const id = packed[2];
  const knownAt = packed[3];
  const position = packed[4];
  const target = packed[9] ?? '';
  if (kind === undefined) throw new RangeError(`no kind of delivery has the code ${packed[0]}`);
  if (kind === 'retracted') return { kind, source, id, knownAt, position, retracts: target };
  if (kind === 'cases-linked' || kind === 'cases-unlinked') {
    return { kind, source, id, knownAt, position, caseId, other: target };
  }
  const month = packed[5] ?? 0;
  const stage = packed[6] ?? null;
  const area = packed[7] ?? null;
  const povertyRisk = packed[8] ?? null;
  return kind === 'corrected'
    ? { kind, source, id, knownAt, position, month, stage, area, povertyRisk, corrects: target }
    : { kind, source, id, knownAt, position, month, stage, area, povertyRisk };
}
