import fc from 'fast-check';
import { compareCodePoints } from '../code-points';
import { caseHistory } from '../history/case-history';
import { effectiveFacts } from '../records/effective-facts';
import { caseRecords, knownBefore } from '../testing/arbitraries';
import { caseFiles, positions, PSEUDONYMS } from '../testing/families';
import { childrenByRule } from '../testing/oracle/children-by-rule';
import { caseFileOf, type CaseFile, type FiledRecord, type LinkRecord } from './case-file';
import { childrenOf, historiesOf, type Known } from './children';

const knowledge: fc.Arbitrary<Known> = fc.record({ before: knownBefore, upTo: positions });

/** A child in words: its pseudonym, and its records in any order. */
const told = (children: readonly { id: string; records: readonly object[] }[]): [string, string[]][] =>
  children.map(({ id, records }) => [id, records.map((one) => JSON.stringify(one)).sort()]);

const link = (
  kind: LinkRecord['kind'],
  [caseId, other]: readonly [string, string],
  knownAt: number,
  position = 100,
): LinkRecord => ({ kind, caseId, other, source: '/agencies/a', id: `l${position}`, knownAt, position });

const filed = (records: readonly object[], first = 1): FiledRecord[] =>
  records.map((record, i) => ({ ...record, position: first + i }) as FiledRecord);

describe('the children of a family', () => {
  it('are those of the rule, in every state of knowledge', () => {
    fc.assert(
      fc.property(caseFiles, knowledge, (file, known) => {
        expect(told(childrenOf(file, known))).toEqual(told(childrenByRule(file, known)));
      }),
      { numRuns: 1_000 },
    );
  });

  it('are the same in whatever order records, links and members come, and however often', () => {
    const shuffled = caseFiles.chain((file) =>
      fc
        .tuple(
          fc.shuffledSubarray([...file.members], { minLength: PSEUDONYMS.length }),
          fc.shuffledSubarray([...file.links, ...file.links], { minLength: 2 * file.links.length }),
        )
        .map(([members, links]): [CaseFile, CaseFile] => {
          const reversed = members.map(([id, records]) => [id, [...records].reverse()] as const);
          return [file, { members: new Map(reversed), links }];
        }),
    );
    fc.assert(
      fc.property(shuffled, knowledge, ([file, other], known) => {
        expect(told(childrenOf(other, known))).toEqual(told(childrenOf(file, known)));
        expect(historiesOf(other, known)).toEqual(historiesOf(file, known));
      }),
    );
  });

  it('hold each known record once', () => {
    fc.assert(
      fc.property(caseFiles, knowledge, (file, known) => {
        const { before = Infinity, upTo = Infinity } = known;
        const counted = childrenOf(file, known).flatMap(({ records }) => records);
        const wanted = [...file.members.values()].flat();
        expect(new Set(counted)).toEqual(
          new Set(wanted.filter(({ knownAt, position }) => knownAt < before && position <= upTo)),
        );
        expect(new Set(counted).size).toBe(counted.length);
      }),
    );
  });
});

describe('a child under two pseudonyms that are linked later', () => {
  const LINKED = 3;
  const split = caseRecords.chain((records) =>
    fc
      .array(fc.boolean(), { minLength: records.length, maxLength: records.length })
      .map((left) => ({ all: filed(records), one: filed(records).filter((_, i) => left[i]) })),
  );
  const family = (all: FiledRecord[], one: FiledRecord[], links: LinkRecord[]): CaseFile => {
    const members = [
      ['a', one],
      ['b', all.filter((record) => !one.includes(record))],
    ] as const;
    return { members: new Map(members), links };
  };

  it('is from the known instant of the link on as if it had come under one, and was two before', () => {
    fc.assert(
      fc.property(split, knownBefore, ({ all, one: picked }, before) => {
        const one = all.filter(({ position }) => picked.some((record) => record.position === position));
        const linked = family(all, one, [link('cases-linked', ['b', 'a'], LINKED)]);
        const apart = family(all, one, []);
        const whole = caseFileOf([['a', all]]);
        const expected = before > LINKED ? whole : apart;
        expect(historiesOf(linked, { before })).toEqual(historiesOf(expected, { before }));
      }),
    );
  });

  it('is two again when the link is taken back', () => {
    fc.assert(
      fc.property(split, ({ all, one: picked }) => {
        const one = all.filter(({ position }) => picked.some((record) => record.position === position));
        const links = [link('cases-unlinked', ['a', 'b'], 4, 101), link('cases-linked', ['b', 'a'], 2)];
        expect(historiesOf(family(all, one, links))).toEqual(historiesOf(family(all, one, [])));
      }),
    );
  });

  it('is joined by a link that stands in the log before any of its records', () => {
    const births = (position: number): FiledRecord => ({
      kind: 'stage-reached',
      stage: 'birth',
      source: '/agencies/a',
      id: `b${position}`,
      knownAt: 1,
      position,
      month: 24_000 + position,
      area: null,
      povertyRisk: null,
    });
    const file = family([births(5), births(6)], [births(5)], [link('cases-linked', ['a', 'b'], 0, 1)]);
    expect(
      childrenOf({
        ...file,
        members: new Map([
          ['a', [births(5)]],
          ['b', [births(6)]],
        ]),
      }),
    ).toEqual([{ id: 'a', records: [births(5), births(6)] }]);
    expect(childrenOf(file, { upTo: 0 })).toEqual([]);
  });
});

describe('the pseudonym that names a child', () => {
  it('is the least by code points', () => {
    fc.assert(
      fc.property(caseFiles, (file) => {
        for (const { id, records } of childrenOf(file)) {
          const own = [...file.members].filter(([, its]) => its.some((one) => records.includes(one)));
          for (const [pseudonym] of own) expect(compareCodePoints(id, pseudonym)).toBeLessThanOrEqual(0);
        }
      }),
    );
  });

  it('belongs to a case whose history is that of its records', () => {
    fc.assert(
      fc.property(caseFiles, (file) => {
        const children = childrenOf(file).filter(({ records }) => effectiveFacts(records).length > 0);
        expect(historiesOf(file)).toEqual(children.map(({ records }) => caseHistory(records)));
      }),
    );
  });
});
