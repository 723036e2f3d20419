import type { Month } from '@lueckenlos/chain';
import { birthsInMonth } from '../town/births';
import { ARRIVING, cumulated, GUESTS, LAST_AGE } from '../town/moves';

/** The cases of a town of full size that are known by the end of a month, late reports apart. */
export function expectedCases(span: { firstBirth: Month; lastBirth: Month; until: Month }): number {
  let cases = 0;
  for (let birth = span.firstBirth; birth <= Math.min(span.lastBirth, span.until); birth++) {
    const age = Math.min(LAST_AGE, span.until - birth + 1);
    cases += birthsInMonth(birth) * (1 + GUESTS + cumulated(ARRIVING, age));
  }
  return cases;
}
