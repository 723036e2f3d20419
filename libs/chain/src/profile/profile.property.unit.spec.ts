import fc from 'fast-check';
import type { ChainBody } from '../definition/chain-definition';
import { schedulerFor } from '../definition/schedule';
import { caseHistory } from '../history/case-history';
import type { Month } from '../month';
import type { CaseRecord } from '../records/case-record';
import { STATUSES } from '../status/status';
import {
  caseRecords,
  chains,
  facts,
  FIRST_MONTH,
  knownBefore,
  LAST_MONTH,
  QUIET_MONTH,
} from '../testing/arbitraries';
import { countedIn, everyMonth, valuesOf } from '../testing/lines';
import { caseAt, type CountedCase } from '../testing/oracle/case-at';
import { factsInForce } from '../testing/oracle/facts-in-force';
import { crossSection } from './cross-section';
import { profileOf, type Dimension, type Profile } from './profile';

const profileFrom = (records: readonly CaseRecord[], chain: ChainBody, known = Infinity): Profile | null => {
  const history = caseHistory(records, known);
  return history && profileOf(history, schedulerFor(chain));
};

/** The same, folded for one month only. */
const sectionsOf = (records: readonly CaseRecord[], chain: ChainBody, known: number) => {
  const [history, scheduler] = [caseHistory(records, known), schedulerFor(chain)];
  return (asOf: Month, dimension: Dimension): CountedCase | null => {
    const section = history && crossSection(history, scheduler, asOf, dimension);
    return section && { cell: section.cell, values: valuesOf(section.observations) };
  };
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
        expect(everyMonth(sectionsOf(records, chain, known))).toEqual(expected);
        const text = expected.join();
        for (const word of STATUSES) if (text.includes(` ${word}`)) seen.add(word);
      }),
      { numRuns: 1000 },
    );
    // Whatever the seed: a rule that no case touches is not tested.
    expect([...seen].sort()).toEqual([...STATUSES].sort());
  });

  it('at a month does not change by a fact of a later month', () => {
    fc.assert(
      fc.property(caseRecords, chains, facts, (records, chain, fact) => {
        const until = LAST_MONTH + 2;
        const read = (known: readonly CaseRecord[]): string[] => {
          const profile = profileFrom(known, chain);
          return everyMonth((asOf, dimension) => countedIn(profile, asOf, dimension), until);
        };
        expect(read([...records, { ...fact, id: 'later', month: until + 1 }])).toEqual(read(records));
      }),
    );
  });

  it('adds up: one status per stage in scope, none apart from it; reached in a closed window is reached in time', () => {
    fc.assert(
      fc.property(caseRecords, chains, (records, chain) => {
        const profile = profileFrom(records, chain);
        fc.pre(profile !== null);
        for (let asOf = FIRST_MONTH; asOf <= QUIET_MONTH; asOf += 3) {
          const { values } = countedIn(profile, asOf, 'last') ?? { values: new Map<string, string>() };
          const inScope = ['present', 'moved_out', 'died'].includes(values.get('scope') ?? '');
          const statuses = [...values.keys()].filter((key) => key.startsWith('status '));
          const stages = chain.versions.map(({ stages }) => stages.length);
          expect(inScope ? stages : [0]).toContain(statuses.length);
          for (const [key, value] of values) {
            const status = values.get(key.replace('window', 'status'));
            if (!key.startsWith('window')) continue;
            expect(['reached_on_time', 'reached_late'].includes(status ?? '')).toBe(value === 'reached');
          }
        }
      }),
    );
  });
});
