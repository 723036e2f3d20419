import type { AreaHierarchy } from '../definition/area-hierarchy';
import type { ChainBody } from '../definition/chain-definition';
import { schedulerFor } from '../definition/schedule';
import { parseMonth } from '../month';
import { UnreadableEventError, type LoggedEvent } from './logged-event';

const CHAIN_DEFINED = 'lueckenlos.chain-defined.v1';
const AREAS_DEFINED = 'lueckenlos.areas-defined.v1';

/** A chain as it is defined from one position of the log on. */
export interface LoggedChain {
  readonly id: string;
  readonly definition: ChainBody;
  readonly position: number;
}

/** An edition of a municipality’s areas, as it is defined from one position of the log on. */
export interface LoggedEdition extends AreaHierarchy {
  readonly municipality: string;
  readonly position: number;
}

export function definesChain({ type }: Pick<LoggedEvent, 'type'>): boolean {
  return type === CHAIN_DEFINED;
}

export function definesAreas({ type }: Pick<LoggedEvent, 'type'>): boolean {
  return type === AREAS_DEFINED;
}

/** @throws UnreadableEventError where no case could be folded under the chain */
export function readChain({ data, position }: LoggedEvent): LoggedChain {
  checkSchedulable(data);
  const { chain, ...body } = data;
  return { id: String(chain), definition: body as unknown as ChainBody, position: Number(position) };
}

export function readAreas({ data, position }: LoggedEvent): LoggedEdition {
  const { municipality, validFrom, areas } = data as unknown as LoggedEdition;
  return { municipality, validFrom, areas, position: Number(position) };
}

/** A definition that can't be scheduled is refused here, and not by every case that comes after it. */
function checkSchedulable(data: LoggedEvent['data']): void {
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
  throw new UnreadableEventError('is no chain that cases could be folded under');
}
