import * as fc from 'fast-check';
import { monthOf, formatMonth } from '../month';
import type { ChainBody, ChainVersion, DueRule } from './chain-definition';
import { checkChain } from './check-chain';
import { dueMonth, versionFor } from './due-dates';

const title = { de: 'Kette', en: 'Chain' };
const year = fc.record({
  cutoffMonth: fc.integer({ min: 1, max: 12 }),
  age: fc.integer({ min: 0, max: 7 }),
  startMonth: fc.constant(8),
});
const due: fc.Arbitrary<DueRule> = fc.oneof(
  fc.record({ rule: fc.constant('monthsAfterBirth' as const), months: fc.integer({ min: 0, max: 120 }) }),
  fc.record(
    {
      rule: fc.constant('schoolYear' as const),
      plusYears: fc.integer({ min: -2, max: 3 }),
      month: fc.integer({ min: 1, max: 12 }),
      age: fc.integer({ min: 0, max: 7 }),
      cutoffMonth: fc.integer({ min: 1, max: 12 }),
    },
    { requiredKeys: ['rule', 'plusYears', 'month'] },
  ),
);
const rules = fc.array(due, { minLength: 1, maxLength: 3 });

function chainOf(
  parts: readonly { schoolYear: ChainVersion['schoolYear']; rules: DueRule[]; start: number }[],
): ChainBody {
  let from = monthOf(1900, 1);
  const versions = parts.map(({ schoolYear, rules: own, start }, index): ChainVersion => {
    if (index > 0) from += start;
    const birth = { id: 'birth', title, due: { rule: 'monthsAfterBirth', months: 0 } as const, grace: 0 };
    const stages = own.map((rule, place) => ({ id: `s${place}`, title, due: rule, grace: 0 }));
    return {
      version: index + 1,
      validForBirthsFrom: formatMonth(from),
      schoolYear,
      stages: [birth, ...stages],
    };
  });
  return { title, versions };
}

const chains = fc
  .array(fc.record({ schoolYear: year, rules, start: fc.integer({ min: 1, max: 30 }) }), {
    minLength: 1,
    maxLength: 3,
  })
  .map(chainOf);

/** The rule of the domain, read literally: month by month over fifteen years of births. */
function descendsSomewhere(chain: ChainBody): boolean {
  for (let birth = monthOf(1900, 1); birth < monthOf(1915, 1); birth++) {
    const version = versionFor(chain, birth);
    if (!version) continue;
    const dues = version.stages.map((stage) => dueMonth(stage.due, birth, version.schoolYear));
    if (dues.some((month, place) => place > 0 && month < (dues[place - 1] as number))) return true;
  }
  return false;
}

describe('the check of a chain', () => {
  it('accepts exactly the chains whose due months descend for no birth month', () => {
    fc.assert(
      fc.property(chains, (chain) => {
        expect(checkChain(chain).length > 0).toBe(descendsSomewhere(chain));
      }),
      { numRuns: 2000 },
    );
  });
});
