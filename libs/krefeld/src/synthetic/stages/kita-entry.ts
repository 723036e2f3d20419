import { calendarMonthOf, type Month } from '@lueckenlos/chain';
import type { Random } from '../chance/random';
import type { Child } from '../child/child';
import { inPlantedGap, PLANTED_GAP } from '../town/planted-gap';
import { POVERTY_SHARE } from '../town/poverty';
import type { PlannedStage } from './planned-stage';

/**
 * Share of children that have entered, by age in months. Read so that the share in care, averaged over a year of
 * age, is the published one: 27.7 % at age 1, 62.6 % at age 2, 89.7 % at 3–5.
 */
const ENTERED: readonly (readonly [age: number, share: number])[] = [
  [10, 0],
  [18, 0.277],
  [30, 0.626],
  [37, 0.82],
  [42, 0.895],
  [60, 0.915],
  [84, 0.93],
];

/** Poor children enter later and less often (assumed); the mean over all children stays. */
const POOR = 0.86;
const NOT_POOR = (1 - POVERTY_SHARE * POOR) / (1 - POVERTY_SHARE);

const AUGUST = 8;
const STARTS_IN_AUGUST = 0.6;
const CHANGES_AT_THREE = 0.65;
const CHANGES_OTHERWISE = 0.5;

export function planKita(child: Child, random: Random): PlannedStage[] {
  const age = entryAge(random.uniform() / inclination(child));
  if (age === null) return [];
  const month = random.chance(STARTS_IN_AUGUST)
    ? nearestAugust(child.birth + age, child.birth)
    : child.birth + age;
  return [{ stage: 'kita', month, lasting: true }, ...changeOfKita(child, month, random)];
}

function inclination(child: Child): number {
  if (inPlantedGap(child)) return PLANTED_GAP.kitaEntry;
  return child.poorAtBirth ? POOR : NOT_POOR;
}

/** Inverts the curve, straight between its points; null for those who never enter. */
function entryAge(share: number): number | null {
  const above = ENTERED.findIndex(([, upTo]) => share < upTo);
  if (above <= 0) return null;
  const [fromAge, from] = ENTERED[above - 1]!;
  const [toAge, to] = ENTERED[above]!;
  return Math.floor(fromAge + ((toAge - fromAge) * (share - from)) / (to - from));
}

/** Half forward, half back, so that the mean age at entry stays. */
function nearestAugust(month: Month, birth: Month): Month {
  const ahead = (AUGUST - calendarMonthOf(month) + 12) % 12;
  const back = month - (12 - ahead);
  return ahead > 6 && back > birth + 4 ? back : month + ahead;
}

/** From day nursery to kindergarten at three, or to another house: a second record of the same stage. */
function changeOfKita(child: Child, entered: Month, random: Random): PlannedStage[] {
  const young = entered < child.birth + 30;
  if (!random.chance(young ? CHANGES_AT_THREE : CHANGES_OTHERWISE)) return [];
  const month = young ? nearestAugust(child.birth + 40, child.birth) : entered + random.between(6, 18);
  return [{ stage: 'kita', month, lasting: true }];
}
