import type { Month } from '../month';
import type { Source } from './coverage';
import { periodsEndingIn, type DeliveryPeriod } from './periods';

/** How one announced period of an agency stands. */
export interface PeriodStanding extends DeliveryPeriod {
  readonly agency: string;
  readonly stages: readonly string[];
  /** Null: the whole town. */
  readonly areas: readonly string[] | null;
  /** Since when all of it is completed (ms since 1970); null where it is not. */
  readonly completedAt: number | null;
  /** `pending`: not completed, and there is still time until the end of the due month. */
  readonly state: 'completed' | 'pending' | 'overdue';
}

/** Every announced period of an agency that ends in one of these months, as it stands in a month, the earliest first. */
export function periodStandings(source: Source, first: Month, last: Month, now: Month): PeriodStanding[] {
  const { agency, announced, completed } = source;
  return announced
    .flatMap((announcement) => {
      const { stages, areas } = announcement;
      return periodsEndingIn(announcement, first, last).map((period): PeriodStanding => {
        const parts = stages.flatMap((stage) =>
          (areas ?? [null]).flatMap((area) =>
            monthsOf(period).map((month) => completed.completedAt(stage, area, month)),
          ),
        );
        const completedAt = parts.reduce(
          (latest, at) => (latest === null || at === null ? null : Math.max(latest, at)),
          0,
        );
        const open = period.due < now ? 'overdue' : 'pending';
        return {
          agency,
          stages,
          areas,
          ...period,
          completedAt,
          state: completedAt === null ? open : 'completed',
        };
      });
    })
    .sort((one, other) => one.to - other.to);
}

function monthsOf({ from, to }: DeliveryPeriod): Month[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
