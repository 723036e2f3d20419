import {
  isPresent,
  monthOf,
  schedulerFor,
  type CaseHistory,
  type Month,
  type ScheduledStage,
} from '@lueckenlos/chain';
import { CHECK_UP_CHAIN, LIFE_CHAIN } from '../definitions';
import { bornHere, foldedCases, fourErrors, reachedIn, settled, shareOf } from './testing/folded-cases';
import { LAST_AGE } from './town/moves';

const life = schedulerFor(LIFE_CHAIN);
const checkUps = schedulerFor(CHECK_UP_CHAIN);
const cases = foldedCases({ births: { from: 2006, to: 2008 }, until: '2034-12', seed: 20 });

/** Tolerance: four standard errors, plus what is named where a rate is only approached. */
describe('the population of the synthetic town', () => {
  const locals = bornHere(cases);

  it('has the published births', () => {
    // Some births are never known, or never without a slip: less than half a percent.
    expect(Math.abs(locals.length / (3 * 1726) - 1)).toBeLessThan(0.005);
  });

  it('has 24 % of its children at risk of poverty, and more in one Stadtteil than in another', () => {
    const poor = (history: CaseHistory) => history.povertyRisk.first[0]?.value === true;
    // Where the birth came without a poverty risk, the first known value is of a later year.
    expect(Math.abs(shareOf(locals, poor) - 0.24)).toBeLessThan(fourErrors(0.24, locals.length) + 0.005);
    const bornIn = (code: string) => locals.filter(({ area }) => area.first[0]?.value === code);
    expect(shareOf(bornIn('010'), poor)).toBeGreaterThan(0.45 - fourErrors(0.45, bornIn('010').length));
    expect(shareOf(bornIn('110'), poor)).toBeLessThan(0.05 + fourErrors(0.05, bornIn('110').length));
  });

  it.each([
    ['below six', 0, 72, 0.044],
    ['from six on', 72, LAST_AGE, 0.032],
  ])('loses the planned share of its children %s a year to moves', (_name, from, to, rate) => {
    const { years, left } = observed(cases, from, to);
    // Poisson: the standard error of a rate is the root of the number of moves, over the years.
    expect(Math.abs(left / years - rate)).toBeLessThan((4 * Math.sqrt(left)) / years);
  });

  it('sees 3.6 % a year leave and 3.6 % arrive', () => {
    const { years, left, arrived } = observed(cases, 0, LAST_AGE);
    // The rates hold for a population that is as large at every age; this one loses and wins a few percent.
    expect(Math.abs(left / years - 0.036)).toBeLessThan((4 * Math.sqrt(left)) / years + 0.001);
    expect(Math.abs(arrived / years - 0.036)).toBeLessThan((4 * Math.sqrt(arrived)) / years + 0.001);
  });

  it('has lost a fifth of a birth cohort by school entry', () => {
    const schedule = schedulerFor(LIFE_CHAIN);
    const gone = shareOf(locals, ({ spells, birth }) => {
      return !isPresent(spells, monthOf(schedule(birth!)!.schoolYear, 8));
    });
    expect(gone).toBeGreaterThan(0.18);
    expect(gone).toBeLessThan(0.23);
  });

  it('has births elsewhere, unknown births, children who come back, deaths, and births to guests', () => {
    const some = (what: (history: CaseHistory) => boolean) => cases.filter(what).length;
    expect(some(({ birth, spells }) => birth !== null && (spells[0]?.start ?? 0) > birth)).toBeGreaterThan(
      1000,
    );
    expect(some(({ birth, spells }) => birth === null && spells.length > 0)).toBeGreaterThan(100);
    expect(some(({ spells }) => spells.length > 1)).toBeGreaterThan(100);
    expect(some(({ spells }) => spells.at(-1)?.reason === 'died')).toBeGreaterThan(10);
    expect(some(({ birth, spells }) => birth !== null && spells.length === 0)).toBeGreaterThan(100);
  });
});

interface Observed {
  years: number;
  left: number;
  arrived: number;
}

/** Time at risk, departures and arrivals between two ages. */
function observed(cases: readonly CaseHistory[], from: number, to: number): Observed {
  const sum: Observed = { years: 0, left: 0, arrived: 0 };
  for (const { birth, spells } of cases) {
    if (birth === null) continue;
    const within = (month: number) => month - birth >= from && month - birth < to;
    for (const { start, end, reason } of spells) {
      const [first, last] = [Math.max(start - birth, from), Math.min((end ?? Infinity) - birth, to)];
      sum.years += Math.max(0, last - first) / 12;
      if (end !== null && reason === 'moved_out' && within(end)) sum.left++;
      if (start > birth && within(start)) sum.arrived++;
    }
  }
  return sum;
}

/** Of children who stayed; born before the planted gap. Tolerance: four standard errors, and what is named. */
describe('the stages of the synthetic town', () => {
  it.each([
    ['at age 1', 12, 24, 0.277],
    ['at age 2', 24, 36, 0.626],
    ['at ages 3–5', 36, 72, 0.897],
  ])('%s the published share is in care', (_name, from, to, share) => {
    const children = settled(cases, (birth) => birth + to);
    const months = children.map(
      (child) => to - Math.min(to, Math.max(from, reachedIn(child, 'kita') - child.birth)),
    );
    const inCare = months.reduce((sum, n) => sum + n) / (children.length * (to - from));
    // The curve of entries is straight between a few points, and most entries move to an August.
    expect(Math.abs(inCare - share)).toBeLessThan(fourErrors(share, children.length) + 0.01);
  });

  it.each([
    ['u5', 0.97],
    ['u6', 0.965],
    ['u7', 0.955],
    ['u7a', 0.945],
    ['u8', 0.935],
    ['u9', 0.93],
    ['j1', 0.45],
  ])('%s is reached by its deadline by the planned share', (id, share) => {
    const deadline = (birth: Month) => stage(checkUps(birth)?.stages, id).deadline;
    const children = settled(cases, deadline);
    const inTime = shareOf(children, (child) => reachedIn(child, id) <= deadline(child.birth!));
    expect(Math.abs(inTime - share)).toBeLessThan(fourErrors(share, children.length));
  });

  it.each([
    ['regular', 0, 0.966],
    ['early', -1, 0.022],
    ['late', 1, 0.01],
  ])('%s school entry is as frequent as published', (_name, shift, share) => {
    const year = (birth: Month) => life(birth)?.schoolYear ?? NaN;
    const children = settled(cases, (birth) => monthOf(year(birth) + 1, 10));
    const entered = shareOf(children, (child) => {
      const month = reachedIn(child, 'school');
      const first = monthOf(year(child.birth!) + shift, 8);
      return month >= first && month <= first + 2;
    });
    expect(Math.abs(entered - share)).toBeLessThan(fourErrors(share, children.length));
  });

  it('almost all end Sekundarstufe I; of those without a follow-on at the deadline some come back', () => {
    const children = settled(cases, (birth) => stage(life(birth)?.stages, 'follow_on').deadline + 24);
    const inTime = (id: string) => (child: (typeof children)[number]) =>
      reachedIn(child, id) <= stage(life(child.birth)?.stages, id).deadline;
    expect(children.filter(inTime('lower_secondary')).length / children.length).toBeGreaterThan(0.96);
    const lost = children.filter((child) => !inTime('follow_on')(child));
    expect(lost.length / children.length).toBeGreaterThan(0.04);
    const recovered = shareOf(lost, (child) => reachedIn(child, 'follow_on') < Infinity);
    expect(Math.abs(recovered - 0.31)).toBeLessThan(0.12); // "31 % of lost cases came back in one large cohort"
  });
});

function stage(stages: readonly ScheduledStage[] | undefined, id: string): ScheduledStage {
  return stages?.find((each) => each.id === id) ?? { id, due: NaN, deadline: NaN };
}
