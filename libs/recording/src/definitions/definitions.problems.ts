import { defineProblems } from '@lueckenlos/platform';
import { areaProblems } from './problems/area.problems';
import { calendarProblems } from './problems/calendar.problems';
import { chainProblems } from './problems/chain.problems';
import { generalProblems } from './problems/general.problems';

/** Every code of this folder. Codes are stable, texts may change. */
export const definitionProblems = defineProblems({
  ...generalProblems,
  ...chainProblems,
  ...areaProblems,
  ...calendarProblems,
});
