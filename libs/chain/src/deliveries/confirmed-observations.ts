import type { Schedule } from '../definition/schedule';
import type { Observation } from '../profile/cross-section';
import type { Coverage } from './coverage';
import { dependsOnSource, unconfirmedStatus } from './unconfirmed';

/** What is observed of a child, or that at a stage its source has not delivered the month of its deadline. */
export type ConfirmedObservation =
  Observation | { readonly measure: 'unconfirmed'; readonly stage: string; readonly value: '' };

/**
 * What can be said of one child while some sources are silent: at a stage whose deadline lies in a month that they have not
 * delivered, its closed window is left out, and it is not lost but has the status of whom nothing is known, with a mark.
 * @param schedule of the child; null where its birth is not known
 * @param area in which the child is counted; null where it is not known
 */
export function confirmedObservations(
  observations: readonly Observation[],
  schedule: Schedule | null,
  area: string | null,
  coverage: Coverage,
): ConfirmedObservation[] {
  const deadlines = new Map(schedule?.stages.map(({ id, deadline }) => [id, deadline]));
  return observations.flatMap((observation): ConfirmedObservation[] => {
    const { measure, stage, value } = observation;
    const deadline = deadlines.get(stage) ?? -Infinity;
    if (!dependsOnSource(measure, value) || deadline <= coverage.completedThrough(stage, area)) {
      return [observation];
    }
    const status = unconfirmedStatus(observation);
    if (status === null) return [];
    return [
      { measure: 'status', stage, value: status },
      { measure: 'unconfirmed', stage, value: '' },
    ];
  });
}
