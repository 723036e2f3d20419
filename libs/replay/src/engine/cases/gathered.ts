import { packDeliveries, unpackDeliveries, type FiledDelivery } from '@lueckenlos/chain';
import { checkRevision } from '../log/log-order';

/** What was read of the stream of one case: its deliveries, and from which revision to which. */
export interface Gathered {
  readonly first: number;
  /** Position of the first event. */
  readonly position: number;
  last: number;
  readonly deliveries: FiledDelivery[];
}

export type GatheredCases = Map<string, Gathered>;

/** Writes what was gathered as one line. */
export function lineOf(caseId: string, { first, position, last, deliveries }: Gathered): string {
  return `${JSON.stringify([caseId, first, position, last])}\t${packDeliveries(deliveries)}`;
}

/** The case of a line. */
export function caseOf(line: string): string {
  return headOf(line)[0];
}

/**
 * Puts together what was written piece by piece, in the order in which it was read.
 * @throws ReplayFault where an event of a case is missing between two pieces
 */
export function mergeLine(cases: GatheredCases, line: string): void {
  const [caseId, first, position, last] = headOf(line);
  const deliveries = unpackDeliveries(caseId, line.slice(line.indexOf('\t') + 1));
  const known = cases.get(caseId);
  checkRevision(known?.last ?? -1, first, position);
  if (!known) {
    cases.set(caseId, { first, position, last, deliveries });
    return;
  }
  known.last = last;
  for (const delivery of deliveries) known.deliveries.push(delivery);
}

function headOf(line: string): [caseId: string, first: number, position: number, last: number] {
  return JSON.parse(line.slice(0, line.indexOf('\t'))) as ReturnType<typeof headOf>;
}
