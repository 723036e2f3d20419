import { parseMonth, schedulerFor, type ChainBody } from '@lueckenlos/chain';
import { ProjectionError } from '../runner/projection-error';

/**
 * A definition that can't be scheduled is refused here, and not by every case that comes after it.
 * @throws ProjectionError
 */
export function checkSchedulable(data: Readonly<Record<string, unknown>>): void {
  try {
    const definition = data as unknown as ChainBody;
    const scheduler = schedulerFor(definition);
    const schedules = definition.versions.map((version) =>
      scheduler(parseMonth(version.validForBirthsFrom) ?? NaN),
    );
    if (schedules.every((one) => one?.stages.every(({ deadline }) => Number.isInteger(deadline)))) return;
  } catch {
    // Some member that a schedule needs is missing or of another type.
  }
  throw new ProjectionError('is no chain that cases could be folded under');
}
