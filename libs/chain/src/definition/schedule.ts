import type { Month } from '../month';
import type { ChainBody } from './chain-definition';
import { dueMonth, schoolEntryYear, versionFor } from './due-dates';

/** When one stage is due for the children of one birth month. */
export interface ScheduledStage {
  readonly id: string;
  /** The last month that is on time. */
  readonly due: Month;
  /** The last month before the case counts as lost: due + grace. */
  readonly deadline: Month;
}

/** A chain as it applies to the children of one birth month. */
export interface Schedule {
  readonly version: number;
  readonly schoolYear: number;
  readonly stages: readonly ScheduledStage[];
}

/** Answers with the schedule for a birth month; null before the first version begins. */
export type Scheduler = (birth: Month) => Schedule | null;

/** A chain has few birth months and many children: each month's schedule is computed once. */
export function schedulerFor(chain: ChainBody): Scheduler {
  const known = new Map<Month, Schedule | null>();
  return (birth) => {
    let schedule = known.get(birth);
    if (schedule === undefined) known.set(birth, (schedule = scheduleFor(chain, birth)));
    return schedule;
  };
}

function scheduleFor(chain: ChainBody, birth: Month): Schedule | null {
  const version = versionFor(chain, birth);
  if (!version) return null;
  return {
    version: version.version,
    schoolYear: schoolEntryYear(birth, version.schoolYear),
    stages: version.stages.map(({ id, due, grace }) => {
      const month = dueMonth(due, birth, version.schoolYear);
      return { id, due: month, deadline: month + grace };
    }),
  };
}
