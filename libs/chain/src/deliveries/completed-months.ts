import { compareCodePoints } from '../code-points';
import type { Month } from '../month';
import type { Announcement } from './delivery-calendar';

/** What an agency says about a period: all of it is delivered, or after all it is not. */
export interface DeliveryStatement {
  readonly kind: 'delivery-completed' | 'delivery-reopened';
  readonly id: string;
  /** Milliseconds since 1970, UTC. */
  readonly knownAt: number;
  readonly from: Month;
  readonly to: Month;
  /** Null: every stage. */
  readonly stages: readonly string[] | null;
  /** Null: the whole town. */
  readonly areas: readonly string[] | null;
}

/**
 * Which months an agency has completed, for each stage and area. Of the statements about a month the last one by (known
 * instant, id) holds. A function of the set of statements: order and repetition don't matter.
 */
export class CompletedMonths {
  private readonly statements: readonly DeliveryStatement[];
  private readonly months = new Map<string, ReadonlyMap<Month, number>>();

  constructor(statements: Iterable<DeliveryStatement>) {
    this.statements = [...statements].sort(byKnownInstant);
  }

  /** Since when a month is completed (ms since 1970); null where it is not. `area` null is the whole town. */
  completedAt(stage: string, area: string | null, month: Month): number | null {
    return this.of(stage, area).get(month) ?? null;
  }

  /** The last month up to which an announcement is completed without a gap; `Infinity` where it is to its end. */
  completedThrough({ from, until }: Announcement, stage: string, area: string | null): Month {
    const completed = this.of(stage, area);
    let month = from;
    while (month <= until && completed.has(month)) month += 1;
    return month > until ? Infinity : month - 1;
  }

  private of(stage: string, area: string | null): ReadonlyMap<Month, number> {
    const key = area === null ? stage : `${stage}\n${area}`;
    let found = this.months.get(key);
    if (!found) {
      found = completedMonths(this.statements.filter((said) => isAbout(said, stage, area)));
      this.months.set(key, found);
    }
    return found;
  }
}

function completedMonths(statements: readonly DeliveryStatement[]): Map<Month, number> {
  const completed = new Map<Month, number>();
  for (const { kind, from, to, knownAt } of statements) {
    for (let month = from; month <= to; month += 1) {
      // Said twice, a month is completed since the first time.
      if (kind === 'delivery-reopened') completed.delete(month);
      else if (!completed.has(month)) completed.set(month, knownAt);
    }
  }
  return completed;
}

/** Part of a town does not complete the town. */
function isAbout({ stages, areas }: DeliveryStatement, stage: string, area: string | null): boolean {
  if (stages !== null && !stages.includes(stage)) return false;
  return areas === null || (area !== null && areas.includes(area));
}

function byKnownInstant(one: DeliveryStatement, other: DeliveryStatement): number {
  return one.knownAt - other.knownAt || compareCodePoints(one.id, other.id);
}
