import type { Month } from '../month';
import type { CompletedMonths } from './completed-months';
import type { Announcement } from './delivery-calendar';
import { dueThrough } from './periods';

/** What one agency announced and completed, as far as it is known. */
export interface Source {
  readonly agency: string;
  readonly announced: readonly Announcement[];
  readonly completed: CompletedMonths;
}

/**
 * `complete`: everything up to the as-of month is delivered. `partial`: not everything, and nothing is overdue.
 * `silent`: something that was due by then is not delivered.
 */
export type CoverageState = 'complete' | 'partial' | 'silent';

/** How far one agency has delivered some stages. */
export interface CoveredDelivery {
  readonly agency: string;
  readonly stages: readonly string[];
  /** Null: the whole town. */
  readonly areas: readonly string[] | null;
  /** Null: not even the first month. */
  readonly completedThrough: Month | null;
  /** The last month that was to be completed by the end of the as-of month; null: none yet. */
  readonly due: Month | null;
  readonly state: CoverageState;
}

/** How far the sources of a figure have delivered. A function of what is announced and completed, in any order. */
export class Coverage {
  private readonly known = new Map<string, Month>();

  constructor(private readonly sources: readonly Source[]) {}

  /**
   * The last month through which everything announced about a stage in an area is delivered; `Infinity` where nothing is
   * announced. A case whose area is unknown (null) may live in any: then all announcements of the stage count.
   */
  completedThrough(stage: string, area: string | null): Month {
    const key = `${stage}\n${area ?? ''}`;
    let through = this.known.get(key);
    if (through === undefined) {
      through = this.completedThroughIn(stage, (one) => area === null || one === area);
      this.known.set(key, through);
    }
    return through;
  }

  /** The same for several areas together, of which only those matter for which something is announced. */
  completedThroughIn(stage: string, isConcerned: (area: string) => boolean): Month {
    return Math.min(...this.sources.flatMap((source) => throughOf(source, stage, isConcerned)));
  }

  /** How every delivery of some stages that has begun by a month stands at its end, by agency. */
  deliveries(stages: ReadonlySet<string>, asOf: Month): CoveredDelivery[] {
    return this.sources.flatMap(({ agency, announced, completed }) =>
      announced
        .filter(({ from }) => from <= asOf)
        .flatMap((announcement) =>
          partsOf(announcement, stages, completed).map(({ through, ...part }) => ({
            agency,
            ...part,
            ...standing(announcement, through, asOf),
          })),
        ),
    );
  }
}

function throughOf(
  { announced, completed }: Source,
  stage: string,
  isConcerned: (area: string) => boolean,
): Month[] {
  return announced
    .filter(({ stages }) => stages.includes(stage))
    .flatMap((announcement) => {
      const { areas } = announcement;
      if (areas === null) return [completed.completedThrough(announcement, stage, null)];
      return areas.filter(isConcerned).map((one) => completed.completedThrough(announcement, stage, one));
    });
}

interface Part {
  readonly stages: string[];
  readonly areas: readonly string[] | null;
  readonly through: Month;
}

/** Stages and areas of an announcement that are delivered through the same month are told together. */
function partsOf(
  announcement: Announcement,
  wanted: ReadonlySet<string>,
  completed: CompletedMonths,
): Part[] {
  const parts = new Map<string, Part>();
  for (const stage of announcement.stages.filter((one) => wanted.has(one))) {
    const byMonth = new Map<Month, string[]>();
    for (const area of announcement.areas ?? [null]) {
      const through = completed.completedThrough(announcement, stage, area);
      byMonth.set(through, [...(byMonth.get(through) ?? []), ...(area === null ? [] : [area])]);
    }
    for (const [through, areas] of byMonth) {
      const key = `${through} ${areas.join(' ')}`;
      const part = parts.get(key);
      if (part) part.stages.push(stage);
      else parts.set(key, { stages: [stage], areas: announcement.areas && areas, through });
    }
  }
  return [...parts.values()];
}

function standing(
  announcement: Announcement,
  through: Month,
  asOf: Month,
): Pick<CoveredDelivery, 'completedThrough' | 'due' | 'state'> {
  const { from, until } = announcement;
  const due = dueThrough(announcement, asOf);
  const state = through >= Math.min(asOf, until) ? 'complete' : through < due ? 'silent' : 'partial';
  return {
    completedThrough: through < from ? null : Math.min(through, until),
    due: due < from ? null : due,
    state,
  };
}
