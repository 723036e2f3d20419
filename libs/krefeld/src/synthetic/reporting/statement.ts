import type { Month } from '@lueckenlos/chain';
import type { Random } from '../chance/random';
import type { LifeEvent } from '../child/life-event';
import { anotherStadtteil } from '../town/homes';
import { AREA_UNKNOWN, HABITS } from './agencies';

/** What an agency says about an event; it may be wrong or incomplete. */
export interface Statement {
  readonly stage: string | null;
  readonly month: Month;
  readonly area: string | null;
  readonly povertyRisk: boolean | null;
}

/** The truth as far as the agency knows it: area and poverty risk are unknown now and then. */
export function honest(event: LifeEvent, random: Random): Statement {
  const { stage, month } = event;
  const povertyUnknown = random.chance(HABITS[event.agency].povertyUnknown);
  // A birth or an arrival without area would change what happened, not what is known of it.
  const areaNeeded = stage === 'birth' || event.kind === 'moved-in' || event.kind === 'relocated';
  const areaUnknown = !areaNeeded && random.chance(AREA_UNKNOWN);
  return {
    stage,
    month,
    area: areaUnknown ? null : event.area,
    povertyRisk: povertyUnknown ? null : event.povertyRisk,
  };
}

/** A slip: the month (mostly), the Stadtteil or the poverty risk. */
export function mistaken(truth: Statement, random: Random): Statement {
  const point = random.uniform();
  if (point < 0.25 && truth.area !== null) {
    return { ...truth, area: anotherStadtteil(random, truth.area) };
  }
  if (point < 0.5 && truth.povertyRisk !== null) {
    return { ...truth, povertyRisk: random.chance(0.3) ? null : !truth.povertyRisk };
  }
  return { ...truth, month: truth.month - (random.chance(0.25) ? 12 : random.between(1, 3)) };
}
