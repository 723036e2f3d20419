import fc from 'fast-check';
import { caseHistory } from '../history/case-history';
import { caseRecords, facts, FIRST_MONTH, knownBefore } from '../testing/arbitraries';
import type { CaseRecord } from './case-record';
import { effectiveFacts, type Fact } from './effective-facts';
import { recordKey } from './record-set';
import { recordStates } from './record-states';

const byKey = (list: readonly Fact[]): Fact[] =>
  [...list].sort((a, b) => (recordKey(a.source, a.id) < recordKey(b.source, b.id) ? -1 : 1));

/** The records in any order, some of them more than once. */
const delivered = caseRecords.chain((records) =>
  fc.tuple(
    fc.constant(records),
    fc
      .subarray(records)
      .chain((again) =>
        fc.shuffledSubarray([...records, ...again], { minLength: records.length + again.length }),
      ),
  ),
);

describe('the fold of a case', () => {
  it('is a function of the set of records: neither order nor repetition matters', () => {
    fc.assert(
      fc.property(delivered, knownBefore, ([records, again], known) => {
        expect(byKey(effectiveFacts(again, known))).toEqual(byKey(effectiveFacts(records, known)));
        expect(caseHistory(again, known)).toEqual(caseHistory(records, known));
        const states = recordStates(records);
        expect(recordStates(again)).toEqual(states);
      }),
      { numRuns: 500 },
    );
  });

  it('before an instant is the fold of the records known before it', () => {
    fc.assert(
      fc.property(caseRecords, knownBefore, (records, known) => {
        const earlier = records.filter(({ knownAt }) => knownAt < known);
        expect(effectiveFacts(records, known)).toEqual(effectiveFacts(earlier));
      }),
    );
  });

  it('is as before when a record comes and is retracted, whatever waited for it', () => {
    const retraction = {
      kind: 'retracted',
      source: '/agencies/a',
      id: 'its retraction',
      knownAt: 5,
    } as const;
    fc.assert(
      fc.property(caseRecords, facts, (records, fact) => {
        const added: CaseRecord = { ...fact, source: retraction.source };
        fc.pre(!records.some(({ source, id }) => source === added.source && id === added.id));
        const after = [...records, added, { ...retraction, retracts: added.id }];
        expect(effectiveFacts(after)).toEqual(effectiveFacts(records));
        expect(caseHistory(after)).toEqual(caseHistory(records));
      }),
      { numRuns: 500 },
    );
  });

  it('is as before when a correction comes and is retracted', () => {
    const source = '/agencies/a';
    const added = { source, knownAt: 5, month: FIRST_MONTH, stage: null, area: 'D2', povertyRisk: null };
    fc.assert(
      fc.property(caseRecords, fc.constantFrom('r', 's', 't', 'u'), (records, target) => {
        const after: CaseRecord[] = [
          ...records,
          { ...added, kind: 'corrected', id: 'a correction', corrects: target },
          { source, knownAt: 5, kind: 'retracted', id: 'its retraction', retracts: 'a correction' },
        ];
        expect(effectiveFacts(after)).toEqual(effectiveFacts(records));
      }),
    );
  });
});

describe('the state of each record', () => {
  it('is in force for exactly the records that the facts come from', () => {
    fc.assert(
      fc.property(caseRecords, (records) => {
        const inForce = effectiveFacts(records).map(({ source, id }) => recordKey(source, id));
        const states = recordStates(records);
        const told = records
          .filter(({ kind }) => kind !== 'retracted')
          .map(({ source, id }) => recordKey(source, id))
          .filter((key) => states.get(key) === 'in-force');
        expect(told.sort()).toEqual(inForce.sort());
        expect(states.size).toBe(records.length);
      }),
      { numRuns: 500 },
    );
  });
});
