import type { Month, ScheduledStage } from '@lueckenlos/chain';
import type { Random } from '../chance/random';
import type { Child } from '../child/child';
import { POVERTY_SHARE } from '../town/poverty';

/** How children reach a stage that has a window. */
export interface Habit {
  /** Share that reaches it by the deadline. */
  readonly reached: number;
  /** Of these, the share that needs the grace months. */
  readonly late: number;
  /** The usual window, in months before the due month. */
  readonly from: number;
  readonly to: number;
  /** Of those who miss the deadline, the share that comes back, and within how many months. */
  readonly recovered: number;
  readonly recoveredWithin: number;
  /** A voluntary offer: poor families and those who are hard to reach come as often as the others. */
  readonly voluntary?: boolean;
}

/** How much more often a poor child misses a stage than a usual one, and a hard-to-reach one (assumed). */
const POOR = 1.5;
const HARD = 3;
const NOT_POOR = (1 - POVERTY_SHARE * POOR) / (1 - POVERTY_SHARE);
const NOT_HARD = (1 - 0.1 * HARD) / 0.9;

/** The probability to miss a stage; over all children it is the mean that is handed in. */
export function missing(mean: number, child: Child): number {
  return mean * (child.poorAtBirth ? POOR : NOT_POOR) * (child.hardToReach ? HARD : NOT_HARD);
}

/** The month in which a child reaches a stage; null if it never does. */
export function reach(stage: ScheduledStage, habit: Habit, child: Child, random: Random): Month | null {
  const miss = habit.voluntary ? 1 - habit.reached : missing(1 - habit.reached, child);
  if (random.chance(miss)) {
    if (!random.chance(habit.recovered)) return null;
    return stage.deadline + random.between(1, habit.recoveredWithin);
  }
  if (stage.deadline > stage.due && random.chance(habit.late))
    return random.between(stage.due + 1, stage.deadline);
  return random.between(stage.due - habit.from, stage.due - habit.to);
}
