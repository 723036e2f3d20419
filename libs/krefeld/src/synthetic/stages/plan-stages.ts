import { schedulerFor, type Month, type ScheduledStage } from '@lueckenlos/chain';
import { CHECK_UP_CHAIN, LIFE_CHAIN } from '../../definitions';
import type { Random } from '../chance/random';
import type { Child } from '../child/child';
import { CHECK_UP_HABITS, LIFE_HABITS } from './habits';
import { planKita } from './kita-entry';
import { planLeaving } from './leaving-school';
import type { PlannedStage } from './planned-stage';
import { reach, type Habit } from './reach';
import { entryShift, planSchool } from './school-track';

const lifeSchedule = schedulerFor(LIFE_CHAIN);
const checkUpSchedule = schedulerFor(CHECK_UP_CHAIN);

/** Several visits make up an early help. */
const FURTHER_VISIT = 0.6;
const MOST_VISITS = 4;

/** Every stage a child would reach, wherever it lives, in no particular order. */
export function planStages(child: Child, random: Random): PlannedStage[] {
  const life = lifeSchedule(child.birth);
  const checkUps = checkUpSchedule(child.birth);
  if (!life || !checkUps) return [];
  const shift = entryShift(random);
  const planned = [
    ...withWindow(life.stages, LIFE_HABITS, child, random, (stage) => monthsEarlier(stage, shift)),
    ...withWindow(checkUps.stages, CHECK_UP_HABITS, child, random, () => 0),
    ...planKita(child, random),
  ];
  planned.push(...furtherVisits(planned, random));
  if (shift === null) return planned;
  const [school, grade5] = planSchool(life.schoolYear + shift, child, random);
  return [...planned, ...school, ...planLeaving(grade5 + 6, child, random)];
}

/** Whoever enters early is registered and examined early; a deferral is decided after both. */
function monthsEarlier(stage: string, shift: number | null): number {
  return shift === -1 && (stage === 'school_registration' || stage === 'exam') ? 12 : 0;
}

function withWindow(
  stages: readonly ScheduledStage[],
  habits: Readonly<Record<string, Habit>>,
  child: Child,
  random: Random,
  earlier: (stage: string) => number,
): PlannedStage[] {
  return stages.flatMap((stage) => {
    const habit = habits[stage.id];
    const month: Month | null = habit ? reach(stage, habit, child, random) : null;
    return month === null ? [] : [{ stage: stage.id, month: month - earlier(stage.id) }];
  });
}

function furtherVisits(planned: readonly PlannedStage[], random: Random): PlannedStage[] {
  const first = planned.find(({ stage }) => stage === 'early_help');
  const visits: PlannedStage[] = [];
  while (first && visits.length < MOST_VISITS && random.chance(FURTHER_VISIT)) {
    visits.push({ stage: 'early_help', month: first.month + 2 * (visits.length + 1) });
  }
  return visits;
}
