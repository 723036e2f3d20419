import { formatMonth, type Coverage, type Month } from '@lueckenlos/chain';
import type { Frame } from '../cube/frame';
import { valueOfArea, type Group } from '../cube/group-table';
import { UNKNOWN } from '../query/figure-query';

/** How far the sources of groups of children have delivered: what is known of a group is known through that month. */
export class GroupCoverage {
  constructor(
    private readonly coverage: Coverage,
    private readonly frame: Pick<Frame, 'query' | 'areas'>,
  ) {}

  /**
   * The last month through which all of some stages are delivered, wherever children of the group may live; at most the
   * as-of month. Children of an unknown area may live in any.
   */
  through(stages: readonly string[], group: Group): Month {
    const concerned = (area: string): boolean => this.mayLiveIn(group, area);
    const months = stages.map((stage) => this.coverage.completedThroughIn(stage, concerned));
    return Math.min(this.frame.query.asOf, ...months);
  }

  /** The mark of a group of which later months are not told; nothing where there are none. */
  mark(stages: readonly string[], group: Group): DeliveredThrough {
    const through = this.through(stages, group);
    return through < this.frame.query.asOf ? { deliveredThrough: formatMonth(through) } : {};
  }

  private mayLiveIn(group: Group, area: string): boolean {
    const { query, areas } = this.frame;
    const wanted = query.filters.area;
    if (wanted && !wanted.includes(area) && !wanted.includes(UNKNOWN)) return false;
    if (!query.by.includes('area') || group.area === UNKNOWN) return true;
    return valueOfArea(area, query, areas) === group.area;
  }
}

/** What a group bears whose sources have not delivered up to the as-of month: the last month that they have. */
export interface DeliveredThrough {
  readonly deliveredThrough?: string;
}
