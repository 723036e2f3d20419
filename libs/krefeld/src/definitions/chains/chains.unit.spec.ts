import { asIfAlone, checkChain, formatMonth, monthOf, schedulerFor, type ChainBody } from '@lueckenlos/chain';
import { CHECK_UP_CHAIN } from './check-up-chain';
import { LIFE_CHAIN } from './life-chain';

const chains: readonly [string, ChainBody][] = [
  ['the life chain', LIFE_CHAIN],
  ['the life chain as it is planned', asIfAlone(LIFE_CHAIN, 2) as ChainBody],
  ['the check-up chain', CHECK_UP_CHAIN],
];

/** `stage: due … deadline` for a child born in a month. */
function windows(chain: ChainBody, year: number, calendarMonth: number): Record<string, string> {
  const stages = schedulerFor(chain)(monthOf(year, calendarMonth))?.stages ?? [];
  return Object.fromEntries(stages.map((s) => [s.id, `${formatMonth(s.due)} ${formatMonth(s.deadline)}`]));
}

describe('the shipped chains', () => {
  it.each(chains)('%s is a definition that the intake takes', (_name, chain) => {
    expect(checkChain(chain)).toEqual([]);
  });

  it.each(chains)('%s never has a due month before that of an earlier stage', (_name, chain) => {
    const schedule = schedulerFor(chain);
    for (let birth = monthOf(1990, 1); birth <= monthOf(2040, 12); birth++) {
      const due = schedule(birth)?.stages.map((stage) => stage.due) ?? [];
      expect(due.length).toBeGreaterThan(0);
      expect(due).toEqual([...due].sort((a, b) => a - b));
    }
  });

  it.each(chains)(
    '%s has a birth, unique stages, titles in both languages and whole grace months',
    (_n, chain) => {
      const stages = chain.versions.flatMap((version) => version.stages);
      for (const version of chain.versions) {
        const ids = version.stages.map((stage) => stage.id);
        expect(ids).toContain('birth');
        expect(new Set(ids).size).toBe(ids.length);
      }
      for (const { title, grace } of stages) {
        expect(title.de && title.en).toBeTruthy();
        expect(Number.isInteger(grace) && grace >= 0).toBe(true);
      }
    },
  );

  it('gives a child born in May 2012 the dates of the NRW rules (S = 2018)', () => {
    expect(windows(LIFE_CHAIN, 2012, 5)).toEqual({
      pregnancy_notice: '2012-05 2012-05',
      birth: '2012-05 2012-05',
      early_help: '2012-07 2012-11',
      kita: '2015-08 2016-08',
      language_screening: '2016-08 2017-11',
      school_registration: '2017-11 2018-07',
      exam: '2018-07 2018-10',
      school: '2018-10 2019-10',
      secondary: '2022-10 2023-10',
      lower_secondary: '2028-07 2029-07',
      follow_on: '2028-12 2029-12',
    });
  });

  it('counts the third birthday in July for the August that follows, in August for the next year', () => {
    expect(windows(LIFE_CHAIN, 2012, 7)['kita']).toMatch(/^2015-08/);
    expect(windows(LIFE_CHAIN, 2012, 8)['kita']).toMatch(/^2016-08/);
  });

  it('plans registration for the spring of S−1, for births from October 2022, and does not apply it yet', () => {
    const planned = asIfAlone(LIFE_CHAIN, 2) as ChainBody;
    const { school_registration: autumn, ...others } = windows(LIFE_CHAIN, 2023, 5);
    const { school_registration: spring, ...othersThen } = windows(planned, 2023, 5);
    expect([autumn, spring]).toEqual(['2028-11 2029-07', '2028-05 2029-07']);
    expect(others['language_screening']).toBe('2027-08 2028-11');
    expect(othersThen).toEqual({ ...others, language_screening: '2027-08 2028-05' });
    expect(LIFE_CHAIN.versions.map(({ validForBirthsFrom }) => validForBirthsFrom)).toEqual([
      '1900-01',
      '2022-10',
    ]);
  });

  it('moves school by a year for births from October', () => {
    expect(windows(LIFE_CHAIN, 2012, 9)['school']).toMatch(/^2018-10/);
    expect(windows(LIFE_CHAIN, 2012, 10)['school']).toMatch(/^2019-10/);
  });

  it('closes each check-up with its Lebensmonat and its tolerance', () => {
    expect(windows(CHECK_UP_CHAIN, 2020, 1)).toEqual({
      birth: '2020-01 2020-01',
      u5: '2020-07 2020-08',
      u6: '2020-12 2021-02',
      u7: '2021-12 2022-03',
      u7a: '2022-12 2023-02',
      u8: '2023-12 2024-02',
      u9: '2025-04 2025-06',
      j1: '2034-12 2034-12',
    });
  });
});
