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
  const parts = JSON.parse(`[${text}]`) as (readonly [readonly string[], ...Packed[]])[];
  return parts.flatMap(([senders, ...packed]) =>
    packed.map((one) => unpack(caseId, one, senders[one[1]] ?? '')),
  );
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

function unpack(caseId: string, packed: Packed, source: string): FiledDelivery {
  const [code, , id, knownAt, position, month, stage = null, area = null, povertyRisk = null, target] =
    packed;
  const kind = KINDS[code];
  const delivered = { source, id, knownAt, position };
  if (kind === undefined) throw new RangeError(`no kind of delivery has the code ${code}`);
  if (kind === 'retracted') return { kind, ...delivered, retracts: target ?? '' };
  if (kind === 'cases-linked' || kind === 'cases-unlinked') {
    return { kind, ...delivered, caseId, other: target ?? '' };
  }
  const stated = { ...delivered, month: month ?? 0, stage, area, povertyRisk };
  return kind === 'corrected' ? { kind, ...stated, corrects: target ?? '' } : { kind, ...stated };
}
