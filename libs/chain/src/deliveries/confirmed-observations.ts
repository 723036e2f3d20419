import type { Schedule } from '../definition/schedule';
import type { Observation } from '../profile/cross-section';
import type { Coverage } from './coverage';
import { dependsOnSource, unconfirmedStatus } from './unconfirmed';

/** What is observed of a child, or that at a stage its source has not delivered the month of its deadline. */
export type ConfirmedObservation =
  Observation | { readonly measure: 'unconfirmed'; readonly stage: string; readonly value: '' };

/** Stands for the next stage of whom it cannot be told; no stage can have this id. */
export const NOT_TOLD = '?';

/**
 * What can be said of one child while some sources are silent: at a stage whose deadline lies in a month that they have not
 * delivered, its closed window is left out, and it is not lost but has the status of whom nothing is known, with a mark. Where it
 * went from an earlier stage is not told either, unless it is known to have reached one before: whether it did, or went on without.
 * @param schedule of the child; null where its birth is not known
 * @param area in which the child is counted; null where it is not known
 */
export function confirmedObservations(
  observations: readonly Observation[],
  schedule: Schedule | null,
  area: string | null,
  coverage: Coverage,
): readonly ConfirmedObservation[] {
  const stages = schedule?.stages ?? [];
  const late = new Set(
    stages.filter(({ id, deadline }) => deadline > coverage.completedThrough(id, area)).map(({ id }) => id),
  );
  const isSilent = ({ measure, stage, value }: Observation): boolean =>
    late.has(stage) && dependsOnSource(measure, value);
  const silent = new Set(observations.filter(isSilent).map(({ stage }) => stage));
  if (silent.size === 0) return observations;
  const order = stages.map(({ id }) => id);
  return observations.flatMap((observation): ConfirmedObservation[] => {
    const { measure, stage, value } = observation;
    if (measure === 'next') {
      const end = value === '' ? order.length : order.indexOf(value) + 1;
      const isTold = !order.slice(order.indexOf(stage) + 1, end).some((one) => silent.has(one));
      return [isTold ? observation : { ...observation, value: NOT_TOLD }];
    }
    if (!isSilent(observation)) return [observation];
    const status = unconfirmedStatus(observation);
    if (status === null) return [];
    return [
      { measure: 'status', stage, value: status },
      { measure: 'unconfirmed', stage, value: '' },
    ];
  });
}
