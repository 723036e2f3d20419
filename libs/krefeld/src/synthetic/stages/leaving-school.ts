import { monthOf } from '@lueckenlos/chain';
import type { Random } from '../chance/random';
import type { Child } from '../child/child';
import { POVERTY_SHARE } from '../town/poverty';
import type { PlannedStage } from './planned-stage';
import { missing } from './reach';

/** 8.9 % leave without the Hauptschulabschluss (published): they still end Sekundarstufe I. */
const WITHOUT_CERTIFICATE = 0.089;
const POOR_WITHOUT = 0.18;
const OTHERS_WITHOUT = (WITHOUT_CERTIFICATE - POVERTY_SHARE * POOR_WITHOUT) / (1 - POVERTY_SHARE);

const BREAKS_OFF = 0.015;
const COMES_BACK = 0.3;

/** Follow-on (assumed): in the same calendar year, a year later, after the deadline; the rest never. */
interface FollowOn {
  readonly sameYear: number;
  readonly nextYear: number;
  readonly recovered: number;
}
const WITH: FollowOn = { sameYear: 0.95, nextYear: 0.025, recovered: 0.01 };
const WITHOUT: FollowOn = { sameYear: 0.62, nextYear: 0.14, recovered: 0.1 };

/** 17 % go to the Übergangsbereich first; most others move on as well: a second record of the stage. */
const SECOND_STEP = 0.6;

/** End of Sekundarstufe I and what follows; `year` is the summer in which grade 10 ends. */
export function planLeaving(year: number, child: Child, random: Random): PlannedStage[] {
  const without = random.chance(child.poorAtBirth ? POOR_WITHOUT : OTHERS_WITHOUT);
  if (random.chance(missing(BREAKS_OFF, child))) {
    return random.chance(COMES_BACK)
      ? [{ stage: 'lower_secondary', month: monthOf(year + 2, random.between(1, 7)) }]
      : [];
  }
  const end = { stage: 'lower_secondary', month: monthOf(year, random.between(6, 7)) };
  return [end, ...planFollowOn(year, without ? WITHOUT : WITH, random)];
}

function planFollowOn(year: number, rates: FollowOn, random: Random): PlannedStage[] {
  const later = [rates.sameYear, rates.nextYear, rates.recovered];
  let point = random.uniform();
  const years = later.findIndex((share) => (point -= share) < 0);
  if (years < 0) return [];
  const first = monthOf(year + years, random.chance(0.8) ? 8 : random.between(9, 12));
  const planned = [{ stage: 'follow_on', month: first }];
  if (random.chance(SECOND_STEP)) planned.push({ stage: 'follow_on', month: first + 12 });
  return planned;
}
