import fc from 'fast-check';
import { caseFileOf, type CaseFile, type FiledDelivery, type LinkRecord } from '../case-file/case-file';
import { caseRecords } from './arbitraries';

/** Two of them are ordered otherwise by UTF-16 units than by code points. */
export const PSEUDONYMS = ['a', 'b', 'c', '\u{1F600}', '\uFF5E'];

/** Links come at the same few instants as records, from the same few senders, with ids that meet. */
const link: fc.Arbitrary<Omit<LinkRecord, 'position'>> = fc
  .record({
    kind: fc.constantFrom('cases-linked' as const, 'cases-linked' as const, 'cases-unlinked' as const),
    source: fc.constantFrom('/agencies/a', '/agencies/b'),
    id: fc.constantFrom('l', 'm', '\u{1F600}', '\uFF5E'),
    knownAt: fc.integer({ min: 0, max: 5 }),
    caseId: fc.constantFrom(...PSEUDONYMS),
    other: fc.constantFrom(...PSEUDONYMS),
  })
  .filter(({ caseId, other }) => caseId !== other);
const links = fc.uniqueArray(link, {
  selector: ({ source, id, caseId, other }) => [source, id, [caseId, other].sort()].join(),
  maxLength: 7,
});

/** A family whose deliveries stand in the log in any order: links before their cases, in chains, taken back. */
export const caseFiles: fc.Arbitrary<CaseFile> = fc
  .tuple(
    fc.tuple(...PSEUDONYMS.map(() => fc.oneof(fc.constant([]), caseRecords))),
    links,
    fc.infiniteStream(fc.nat(1_000)),
  )
  .map(([records, linked, order]) => {
    const delivered = [
      ...PSEUDONYMS.flatMap((caseId, i) => (records[i] ?? []).map((one) => ({ caseId, one }))),
      ...linked.map((one) => ({ caseId: one.caseId, one })),
    ];
    const ranks = delivered.map(() => Number(order.next().value));
    const places = ranks.map((_, i) => i).sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0) || a - b);
    const filed = places.map((place, position) => {
      const { caseId, one } = delivered[place] as (typeof delivered)[number];
      return { caseId, delivery: { ...one, position: position + 1 } satisfies FiledDelivery };
    });
    return caseFileOf(
      PSEUDONYMS.map((id) => [
        id,
        filed.filter(({ caseId }) => caseId === id).map(({ delivery }) => delivery),
      ]),
    );
  });

export const positions = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.constant(Infinity));
