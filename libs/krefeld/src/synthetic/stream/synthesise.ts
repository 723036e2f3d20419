import { EARLIEST_NOTICE } from '../stages/habits';
import { Cohorts } from './cohort';
import { KnownCalendar } from './known-calendar';
import { planOf, type SynthesisOptions } from './options';
import { toEvent, type SyntheticEvent } from './synthetic-event';

/**
 * A synthetic Krefeld, in order of known instants and to the byte the same for the same options. Children are made
 * when the first record about them may become known; only records that are not known yet are held.
 */
export function* synthesise(options: SynthesisOptions): Generator<SyntheticEvent, void, undefined> {
  const plan = planOf(options);
  const cohorts = new Cohorts(plan);
  const calendar = new KnownCalendar(plan.until);
  for (let month = plan.firstBirth - EARLIEST_NOTICE; month <= plan.until; month++) {
    const birth = month + EARLIEST_NOTICE;
    if (birth <= plan.lastBirth) for (const report of cohorts.bornIn(birth)) calendar.add(report);
    for (const report of calendar.take(month)) yield toEvent(report);
  }
}
