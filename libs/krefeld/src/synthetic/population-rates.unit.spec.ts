import { isPresent, monthOf, schedulerFor, type CaseHistory } from '@lueckenlos/chain';
import { LIFE_CHAIN } from '../definitions';
import { bornHere, foldedCases, fourErrors, shareOf } from './testing/folded-cases';
import { LAST_AGE } from './town/moves';

/** Tolerance: four standard errors, plus what is named where a rate is only approached. */
describe('the population of the synthetic town', () => {
  const cases = foldedCases({ births: { from: 2006, to: 2010 }, until: '2034-12', seed: 20 });
  const locals = bornHere(cases);

  it('has the published births', () => {
    // Some births are never known, or never without a slip: less than half a percent.
    expect(Math.abs(locals.length / (5 * 1726) - 1)).toBeLessThan(0.005);
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
