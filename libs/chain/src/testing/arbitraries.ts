import fc from 'fast-check';
import type { ChainBody, StageDefinition } from '../definition/chain-definition';
import { formatMonth, monthOf, type Month } from '../month';
import { FACT_KINDS, type CaseRecord } from '../records/case-record';

/** Few months, ids and senders, so that records meet: in one month, at one instant, on one target. */
export const FIRST_MONTH = monthOf(2010, 6);
export const LAST_MONTH = FIRST_MONTH + 20;
/** After it nothing changes any more: no record, and no deadline of {@link chains}. */
export const QUIET_MONTH = LAST_MONTH + 40;

const STAGES = ['notice', 'a', 'b', 'school'];
/** Two of them are ordered otherwise by UTF-16 units than by code points. */
const IDS = ['r', 's', 't', 'u', '\u{1F600}', '\uFF5E'];
const SOURCES = ['/agencies/a', '/agencies/b'];

/** Known instants are small numbers; so are the known-before instants that tests ask with. */
export const knownBefore = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.constant(Infinity));

export const recordMonths: fc.Arbitrary<Month> = fc.integer({ min: FIRST_MONTH, max: LAST_MONTH });
const delivered = {
  source: fc.constantFrom(...SOURCES),
  id: fc.constantFrom(...IDS),
  knownAt: fc.integer({ min: 0, max: 5 }),
};
const stated = {
  month: recordMonths,
  area: fc.constantFrom(null, 'D1', 'D2'),
  povertyRisk: fc.constantFrom(null, true, false),
};
const stage = fc.constantFrom('birth', ...STAGES);

const stageReached = fc.record({
  kind: fc.constant('stage-reached' as const),
  ...delivered,
  ...stated,
  stage,
});
const otherFact = fc.record({
  kind: fc.constantFrom(...FACT_KINDS.filter((kind) => kind !== 'stage-reached')),
  ...delivered,
  ...stated,
  stage: fc.constant(null),
});
const correction = fc.record({
  kind: fc.constant('corrected' as const),
  ...delivered,
  ...stated,
  stage: fc.option(stage),
  corrects: delivered.id,
});
const retraction = fc.record({
  kind: fc.constant('retracted' as const),
  ...delivered,
  retracts: delivered.id,
});
const birth = stageReached.map((record) => ({ ...record, stage: 'birth' }));

/** A fact of any kind. */
export const facts = fc.oneof(stageReached, otherFact);

/** Any records of one case, each (sender, id) once, right and wrong targets included. */
export const caseRecords: fc.Arbitrary<CaseRecord[]> = fc.uniqueArray<CaseRecord, string>(
  fc.oneof(
    { weight: 6, arbitrary: stageReached },
    { weight: 5, arbitrary: birth },
    { weight: 6, arbitrary: otherFact },
    { weight: 3, arbitrary: correction },
    { weight: 1, arbitrary: retraction },
  ),
  { selector: ({ source, id }) => `${source} ${id}`, maxLength: 11, size: 'max' },
);

const title = { de: 'Kette', en: 'Chain' };
const grace = fc.integer({ min: 0, max: 5 });
const gap = fc.integer({ min: 0, max: 6 });

/** A version with a stage before the birth, stages by age, and one by school year that may come early in life. */
const versionStages = fc
  .tuple(gap, grace, gap, grace, fc.integer({ min: 1, max: 12 }), grace)
  .map(([a, graceA, b, graceB, month, graceS]): StageDefinition[] => [
    { id: 'notice', title, due: { rule: 'monthsAfterBirth', months: 0 }, grace: 0 },
    { id: 'birth', title, due: { rule: 'monthsAfterBirth', months: 0 }, grace: 0 },
    { id: 'a', title, due: { rule: 'monthsAfterBirth', months: a }, grace: graceA },
    { id: 'b', title, due: { rule: 'monthsAfterBirth', months: a + b }, grace: graceB },
    { id: 'school', title, due: { rule: 'schoolYear', plusYears: 0, month, age: 1 }, grace: graceS },
  ]);

/**
 * A chain with two versions, the second of which holds from some month among those in which births are recorded, and a
 * planned one that holds for no birth.
 */
export const chains: fc.Arbitrary<ChainBody> = fc
  .tuple(versionStages, versionStages, recordMonths, fc.integer({ min: 1, max: 12 }))
  .map(([first, second, from, cutoffMonth]) => ({
    title,
    versions: [
      {
        version: 1,
        validForBirthsFrom: '1900-01',
        schoolYear: { cutoffMonth: 9, age: 6, startMonth: 8 },
        stages: first,
      },
      {
        version: 2,
        validForBirthsFrom: formatMonth(from),
        schoolYear: { cutoffMonth, age: 5, startMonth: 8 },
        stages: second.filter(({ id }) => id !== 'a'),
      },
      {
        version: 3,
        validForBirthsFrom: formatMonth(from + 1),
        inForce: false,
        schoolYear: { cutoffMonth, age: 4, startMonth: 8 },
        stages: first.filter(({ id }) => id !== 'b'),
      },
    ],
  }));
