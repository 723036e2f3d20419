import type { Month } from '@lueckenlos/chain';
import type { Random } from '../chance/random';
import { agencyOfStage } from '../reporting/agencies';
import type { PlannedStage } from '../stages/planned-stage';
import { planStages } from '../stages/plan-stages';
import type { Child } from './child';
import type { LifeEvent } from './life-event';
import { live, type Move, type Residence } from './residence';

/** Nobody tells the town of the births of some children who move in. */
const BIRTH_NEVER_KNOWN = 0.06;

/** How long after a stage a new Kita or school still reports a child that moved in. */
const CATCH_UP_MONTHS = 12;

/** All that truly happens to a child in Krefeld, in order of months. */
export function lifeOf(child: Child, random: Random): LifeEvent[] {
  const residence = live(child, random);
  const events = [...birthOf(child, random), ...residence.moves.map((move) => movedEvent(move, child))];
  if (child.origin !== 'guest') {
    for (const planned of planStages(child, random)) {
      const month = monthSeenHere(planned, child, residence, random);
      if (month !== null) events.push(stageEvent(planned.stage, month, child, residence));
    }
  }
  return events.sort((a, b) => a.month - b.month);
}

function birthOf(child: Child, random: Random): LifeEvent[] {
  if (child.origin === 'elsewhere' && random.chance(BIRTH_NEVER_KNOWN)) return [];
  const here = child.origin === 'local';
  return [
    {
      kind: 'stage-reached',
      stage: 'birth',
      month: child.birth,
      area: here ? child.home : null,
      povertyRisk: here ? child.poorAtBirth : null,
      agency: child.origin === 'elsewhere' ? 'residents-office' : 'registry-office',
      noticed: child.arrival,
    },
  ];
}

function movedEvent({ kind, month, area }: Move, child: Child): LifeEvent {
  const povertyRisk = area === null ? null : child.povertyAt(month);
  return { kind, stage: null, month, area, povertyRisk, agency: 'residents-office', noticed: month };
}

function stageEvent(stage: string, month: Month, child: Child, residence: Residence): LifeEvent {
  return {
    kind: 'stage-reached',
    stage,
    month,
    area: residence.areaIn(month),
    povertyRisk: child.povertyAt(month),
    agency: agencyOfStage(stage),
    noticed: month,
  };
}

/** The month in which Krefeld sees a stage; null if the child was elsewhere. */
function monthSeenHere(
  { stage, month, lasting }: PlannedStage,
  child: Child,
  residence: Residence,
  random: Random,
): Month | null {
  if (stage === 'pregnancy_notice') return child.origin === 'local' ? month : null;
  if (residence.isHere(month)) return month;
  const back = lasting ? residence.nextHere(month) : null;
  if (back === null || back - month > CATCH_UP_MONTHS) return null;
  const seen = back + random.between(0, 1);
  return residence.isHere(seen) ? seen : null;
}
