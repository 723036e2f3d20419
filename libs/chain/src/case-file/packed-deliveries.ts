import { DELIVERY_KINDS, deliveryFrom, isLink, targetOf, type FiledDelivery } from './case-file';

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
  const packed: Packed = [DELIVERY_KINDS.indexOf(kind), sender, id, knownAt, position];
  if (isLink(delivery) || delivery.kind === 'retracted') packed.push(null, null, null, null);
  else packed.push(delivery.month, delivery.stage, delivery.area, delivery.povertyRisk);
  packed.push(targetOf(delivery));
  while (packed.at(-1) === null) packed.pop();
  return packed;
}

function unpack(caseId: string, packed: Packed, source: string): FiledDelivery {
  const kind = DELIVERY_KINDS[packed[0]];
  if (kind === undefined) throw new RangeError(`no kind of delivery has the code ${packed[0]}`);
  return deliveryFrom({
    kind,
    caseId,
    source,
    id: packed[2],
    knownAt: packed[3],
    position: packed[4],
    month: packed[5] ?? null,
    stage: packed[6] ?? null,
    area: packed[7] ?? null,
    povertyRisk: packed[8] ?? null,
    target: packed[9] ?? null,
  });
}
