import { formatMonth } from '../month';
import { monthNamed } from '../testing/records';
import type { ChainBody, ChainVersion, DueRule } from './chain-definition';
import { dueMonth, schoolEntryYear, versionFor } from './due-dates';
import { schedulerFor } from './schedule';
import { asIfAlone } from './versions-in-force';

const NRW = { cutoffMonth: 9, age: 6, startMonth: 8 };
const title = { de: 'Kette', en: 'Chain' };
const school = (
  plusYears: number,
  month: number,
  own: { age?: number; cutoffMonth?: number } = {},
): DueRule => ({
  rule: 'schoolYear',
  plusYears,
  month,
  ...own,
});
const due = (rule: DueRule, birth: string, parameters = NRW): string =>
  formatMonth(dueMonth(rule, monthNamed(birth), parameters));

describe('the school-entry year (§ 35 SchulG NRW: six by 30 September)', () => {
  it.each([
    ['2010-01', 2016],
    ['2010-09', 2016],
    ['2010-10', 2017],
    ['2010-12', 2017],
  ])('of a child born %s is %i', (birth, year) => {
    expect(schoolEntryYear(monthNamed(birth), NRW)).toBe(year);
  });

  it.each([
    ['2000-06', 6, 2006],
    ['2000-07', 6, 2007],
    ['2000-12', 12, 2006],
  ])('of a child born %s with the cut-off in month %i is %i', (birth, cutoffMonth, year) => {
    expect(schoolEntryYear(monthNamed(birth), { age: 6, cutoffMonth })).toBe(year);
  });
});

describe('the last month on time', () => {
  it.each<[string, DueRule, string, string]>([
    ['the birth itself', { rule: 'monthsAfterBirth', months: 0 }, '2010-12', '2010-12'],
    [
      'so many months after it, over the turn of the year',
      { rule: 'monthsAfterBirth', months: 2 },
      '2010-12',
      '2011-02',
    ],
    ['registration: 15 November of S−1', school(-1, 11), '2010-09', '2015-11'],
    ['registration of a child born a month later', school(-1, 11), '2010-10', '2016-11'],
    ['school entry: October of S', school(0, 10), '2010-09', '2016-10'],
    ['the end of Sekundarstufe I: July of S+10', school(10, 7), '2010-10', '2027-07'],
    // The first August after the third birthday.
    ['Kita, born in July', school(0, 8, { age: 3, cutoffMonth: 7 }), '2010-07', '2013-08'],
    ['Kita, born in August', school(0, 8, { age: 3, cutoffMonth: 7 }), '2010-08', '2014-08'],
    ['Kita, born in January', school(0, 8, { age: 3, cutoffMonth: 7 }), '2010-01', '2013-08'],
    ['Kita, born in December', school(0, 8, { age: 3, cutoffMonth: 7 }), '2010-12', '2014-08'],
    ['a rule with an age of its own only', school(0, 8, { age: 3 }), '2010-09', '2013-08'],
    ['a rule with a cut-off of its own only', school(0, 8, { cutoffMonth: 6 }), '2010-07', '2017-08'],
  ])('%s', (_, rule, birth, expected) => {
    expect(due(rule, birth)).toBe(expected);
  });
});

const version = (number: number, from: string, months: number, schoolYear = NRW): ChainVersion => ({
  version: number,
  validForBirthsFrom: from,
  schoolYear,
  stages: [
    { id: 'birth', title, due: { rule: 'monthsAfterBirth', months: 0 }, grace: 0 },
    { id: 'visit', title, due: { rule: 'monthsAfterBirth', months }, grace: 3 },
  ],
});

describe('a chain with versions', () => {
  const chain: ChainBody = {
    title,
    versions: [
      version(1, '1900-01', 2),
      version(2, '2010-05', 4, { ...NRW, cutoffMonth: 6 }),
      version(3, '2022-10', 6),
    ],
  };

  it.each([
    ['1900-01', 1],
    ['2010-04', 1],
    ['2010-05', 2],
    ['2022-09', 2],
    ['2022-10', 3],
  ])('holds for a birth in %s with version %i', (birth, expected) => {
    expect(versionFor(chain, monthNamed(birth))?.version).toBe(expected);
  });

  it('holds for no birth with a planned version', () => {
    const planned = { title, versions: [...chain.versions, { ...version(4, '2024-01', 6), inForce: false }] };
    expect(versionFor(planned, monthNamed('2024-05'))?.version).toBe(3);
  });

  it('is seen as if one version, planned or not, held for every birth', () => {
    const planned = { title, versions: [...chain.versions, { ...version(4, '2024-01', 6), inForce: false }] };
    for (const number of [1, 2, 3, 4]) {
      const alone = asIfAlone(planned, number);
      const births = ['1899-12', '2010-05', '2024-05'].map(monthNamed);
      expect(births.map((birth) => alone && versionFor(alone, birth)?.version)).toEqual([
        number,
        number,
        number,
      ]);
    }
    expect(asIfAlone(planned, 5)).toBeNull();
  });

  it('does not mind in which order its versions stand', () => {
    const mixed = { title, versions: chain.versions.toReversed() };
    expect(versionFor(mixed, monthNamed('2010-05'))?.version).toBe(2);
  });

  it('has none for a birth before the first', () => {
    expect(schedulerFor(chain)(monthNamed('1899-12'))).toBeNull();
  });

  it('schedules by the rules and the school year of the version that holds', () => {
    const scheduler = schedulerFor(chain);
    const read = (birth: string): unknown => {
      const schedule = scheduler(monthNamed(birth));
      const [, visit] = schedule?.stages ?? [];
      return [schedule?.schoolYear, formatMonth(visit?.due ?? NaN), formatMonth(visit?.deadline ?? NaN)];
    };
    expect(read('2009-09')).toEqual([2015, '2009-11', '2010-02']);
    expect(read('2010-09')).toEqual([2017, '2011-01', '2011-04']);
    expect(read('2022-12')).toEqual([2029, '2023-06', '2023-09']);
  });
});
