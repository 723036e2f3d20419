import type { Month } from '../month';
import type { CompletedMonths, DeliveryStatement } from './completed-months';
import type { Announcement } from './delivery-calendar';

/** What is odd about a statement: nothing of it was announced, or nothing of it is new. */
export type StatementOddity = 'not-announced' | 'nothing-new';

type Said = Omit<DeliveryStatement, 'id' | 'knownAt'>;

/** Compares a statement with what its agency has announced and said before. */
export function statementOddity(
  said: Said,
  announced: readonly Announcement[],
  before: CompletedMonths,
): StatementOddity | null {
  let isAnnounced = false;
  for (const announcement of announced) {
    for (const { stage, area, month } of partsOf(announcement, said)) {
      isAnnounced = true;
      const wasCompleted = before.completedAt(stage, area, month) !== null;
      if (wasCompleted !== (said.kind === 'delivery-completed')) return null;
    }
  }
  return isAnnounced ? 'nothing-new' : 'not-announced';
}

interface Part {
  readonly stage: string;
  readonly area: string | null;
  readonly month: Month;
}

/** What of an announcement a statement is about. */
function* partsOf({ stages, areas, from, until }: Announcement, said: Said): Iterable<Part> {
  for (const stage of stages) {
    if (said.stages !== null && !said.stages.includes(stage)) continue;
    for (const area of areas ?? [null]) {
      if (said.areas !== null && (area === null || !said.areas.includes(area))) continue;
      const last = Math.min(said.to, until);
      for (let month = Math.max(said.from, from); month <= last; month += 1) yield { stage, area, month };
    }
  }
}
