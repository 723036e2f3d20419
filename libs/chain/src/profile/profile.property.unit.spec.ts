import fc from 'fast-check';
import type { ChainBody } from '../definition/chain-definition';
import { schedulerFor } from '../definition/schedule';
import { caseHistory } from '../history/case-history';
import type { CaseRecord } from '../records/case-record';
import { STATUSES } from '../status/status';
import { caseRecords, chains, knownBefore } from '../testing/arbitraries';
import { countedIn, everyMonth } from '../testing/lines';
import { caseAt } from '../testing/oracle/case-at';
import { factsInForce } from '../testing/oracle/facts-in-force';
import { profileOf, type Profile } from './profile';

const profileFrom = (records: readonly CaseRecord[], chain: ChainBody, known = Infinity): Profile | null => {
  const history = caseHistory(records, known);
  return history && profileOf(history, schedulerFor(chain));
};

describe('what a case is counted as', () => {
  it('is, at every month and known-before instant, what the rules say literally', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(caseRecords, chains, knownBefore, (records, chain, known) => {
        const facts = factsInForce(records, known);
        const expected = everyMonth((asOf, dimension) => caseAt(facts, chain, asOf, dimension));
        const profile = profileFrom(records, chain, known);
        expect(everyMonth((asOf, dimension) => countedIn(profile, asOf, dimension))).toEqual(expected);
        const text = expected.join();
        for (const word of STATUSES) if (text.includes(` ${word}`)) seen.add(word);
      }),
      { numRuns: 1500 },
    );
    // Whatever the seed: a rule that no case touches is not tested.
    expect([...seen].sort()).toEqual([...STATUSES].sort());
  });
});
