import { yearOf, type GroupOf, type Month, type Scheduler } from '@lueckenlos/chain';
import { passes } from '../cube/filters';
import type { Frame } from '../cube/frame';
import { compareGroups, GroupTable, type Group } from '../cube/group-table';

export interface BirthGroup {
  readonly group: Group;
  /** Only where births are set apart. */
  readonly birth: Month | null;
}

/** Which births are asked for. */
export interface WantedBirths {
  /** Whether the children of a birth month are counted, by the version of the chain that holds for them. */
  readonly countsBirth: (birth: Month, scheduler: Scheduler) => boolean;
  /** Set apart from other births of the group, with a table of its own. */
  readonly byBirth?: boolean;
}

/** Names groups. They are asked for with every count, and there are few birth months and strata. */
export class BirthGroups {
  private readonly keys = new Map<string, string | null>();
  private readonly groups = new Map<string, BirthGroup>();
  private readonly naming: GroupTable;

  constructor(
    private readonly frame: Pick<Frame, 'query' | 'areas' | 'series'>,
    private readonly wanted: WantedBirths,
    private readonly scheduler: Scheduler,
  ) {
    this.naming = new GroupTable(frame.query, frame.areas, frame.series);
  }

  keyOf(...[birth, stratum]: Parameters<GroupOf>): string | null {
    const place = `${birth}\t${stratum.povertyRisk}\t${stratum.area === null ? '' : `=${stratum.area}`}`;
    let key = this.keys.get(place);
    if (key === undefined) this.keys.set(place, (key = this.newKey(birth, stratum)));
    return key;
  }

  groupOf(key: string): BirthGroup {
    return this.groups.get(key) ?? { group: {}, birth: null };
  }

  sorted<T>(tables: ReadonlyMap<string, T>): (BirthGroup & { readonly table: T })[] {
    const { by } = this.frame.query;
    return [...tables]
      .flatMap(([key, table]) => {
        const found = this.groups.get(key);
        return found ? [{ ...found, table }] : [];
      })
      .sort((a, b) => compareGroups(a.group, b.group, by) || (a.birth ?? 0) - (b.birth ?? 0));
  }

  private newKey(...[birth, stratum]: Parameters<GroupOf>): string | null {
    if (!this.wanted.countsBirth(birth, this.scheduler)) return null;
    const schoolYear = this.scheduler(birth)?.schoolYear ?? null;
    const cell = { birthYear: yearOf(birth), schoolYear, ...stratum };
    if (!passes(cell, this.frame.query.filters)) return null;
    const group = { group: this.naming.groupOf(cell), birth: this.wanted.byBirth ? birth : null };
    const key = JSON.stringify(group);
    this.groups.set(key, group);
    return key;
  }
}
