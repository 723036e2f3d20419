import type { Month } from '../month';
import { FACT_KINDS, type CaseRecord } from '../records/case-record';

/** A record with its position in the log, so that a state of the log can be told apart. Below 2^53. */
export type FiledRecord = CaseRecord & { readonly position: number };

/** Says that two pseudonyms are one child, or takes that back. It stands in the case that it names first. */
export interface LinkRecord {
  readonly kind: 'cases-linked' | 'cases-unlinked';
  readonly source: string;
  readonly id: string;
  /** Milliseconds since 1970, UTC. */
  readonly knownAt: number;
  readonly position: number;
  readonly caseId: string;
  readonly other: string;
}

/** Anything that is delivered about a case. */
export type FiledDelivery = FiledRecord | LinkRecord;

/** What a delivery may be. Stored codes are places in this list: it only grows. */
export const DELIVERY_KINDS = [
  ...FACT_KINDS,
  'corrected',
  'retracted',
  'cases-linked',
  'cases-unlinked',
] as const satisfies readonly FiledDelivery['kind'][];

/** All that a delivery of any kind may consist of. What its kind has not is null. */
export interface DeliveryParts {
  readonly kind: FiledDelivery['kind'];
  readonly caseId: string;
  readonly source: string;
  readonly id: string;
  /** Milliseconds since 1970, UTC. */
  readonly knownAt: number;
  readonly position: number;
  readonly month: Month | null;
  readonly stage: string | null;
  readonly area: string | null;
  readonly povertyRisk: boolean | null;
  /** What a correction or a retraction names; of a link the other case. */
  readonly target: string | null;
}

/** Puts a delivery together. It is written member by member: made by spreading, objects take V8 several times as long. */
export function deliveryFrom(parts: DeliveryParts): FiledDelivery {
  const { kind, caseId, source, id, knownAt, position, stage, area, povertyRisk } = parts;
  const target = parts.target ?? '';
  if (kind === 'retracted') return { kind, source, id, knownAt, position, retracts: target };
  if (kind === 'cases-linked' || kind === 'cases-unlinked') {
    return { kind, source, id, knownAt, position, caseId, other: target };
  }
  const month = parts.month ?? 0;
  return kind === 'corrected'
    ? { kind, source, id, knownAt, position, month, stage, area, povertyRisk, corrects: target }
    : { kind, source, id, knownAt, position, month, stage, area, povertyRisk };
}

/** What a correction or a retraction names, of a link the other case; null of what states a fact. */
export function targetOf(delivery: FiledDelivery): string | null {
  if (isLink(delivery)) return delivery.other;
  if (delivery.kind === 'retracted') return delivery.retracts;
  return delivery.kind === 'corrected' ? delivery.corrects : null;
}

export function isLink(delivery: FiledDelivery): delivery is LinkRecord {
  return delivery.kind === 'cases-linked' || delivery.kind === 'cases-unlinked';
}

/**
 * The records of a family: of all pseudonyms joined by a link that was ever received, also by one that is not
 * known yet at some instant or was taken back. A family only grows. Most have one member and no link.
 */
export interface CaseFile {
  /** The records under each pseudonym, in order of position. Also members of which nothing else is known. */
  readonly members: ReadonlyMap<string, readonly FiledRecord[]>;
  readonly links: readonly LinkRecord[];
}

/** The case file of some pseudonyms with what was delivered about each. */
export function caseFileOf(delivered: Iterable<readonly [string, readonly FiledDelivery[]]>): CaseFile {
  const members = new Map<string, readonly FiledRecord[]>();
  const links: LinkRecord[] = [];
  for (const [caseId, deliveries] of delivered) {
    const records: FiledRecord[] = [];
    for (const delivery of deliveries) {
      if (isLink(delivery)) links.push(delivery);
      else records.push(delivery);
    }
    members.set(caseId, records);
  }
  return { members, links };
}
