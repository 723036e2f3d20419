import { monthOf, schedulerFor, type Month, type ScheduledStage } from '@lueckenlos/chain';
import { CHECK_UP_CHAIN, LIFE_CHAIN } from '../definitions';
import { foldedCases, fourErrors, reachedIn, settled, shareOf } from './testing/folded-cases';

const life = schedulerFor(LIFE_CHAIN);
const checkUps = schedulerFor(CHECK_UP_CHAIN);

/** Of children who stayed; born before the planted gap. Tolerance: four standard errors, and what is named. */
describe('the stages of the synthetic town', () => {
  const cases = foldedCases({ births: { from: 2006, to: 2010 }, until: '2034-12', seed: 20 });

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
