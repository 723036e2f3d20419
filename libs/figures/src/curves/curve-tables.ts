import {
  GroupedTables,
  historiesOf,
  schedulerFor,
  yearOf,
  type CaseHistory,
  type GroupOf,
  type Month,
  type Scheduler,
  type StepTable,
  type Way,
} from '@lueckenlos/chain';
import type { PoolClient } from 'pg';
import { passes } from '../cube/filters';
import type { Frame } from '../cube/frame';
import { compareGroups, GroupTable, type Group } from '../cube/group-table';
import { knownTo } from '../cube/known-to';
import { allFiles, areMostLate, lateFiles } from '../cube/late-files';
import { wantedFiles } from '../cube/wanted-files';
import { addCounts, type WantedCounts } from './read-counts';

/** What is to be counted, and of whom. */
export interface WantedTables<T extends StepTable> extends WantedCounts {
  readonly newTable: (group: BirthGroup) => T;
  /** The way of one case that the counts are summed from. */
  readonly wayOf: (history: CaseHistory, scheduler: Scheduler) => Way | null;
  /** Whether the children of a birth month are counted, by the version of the chain that holds for them. */
  readonly countsBirth: (birth: Month, scheduler: Scheduler) => boolean;
  /** Set apart from other births of the group, with a table of its own. */
  readonly byBirth?: boolean;
}

export interface BirthGroup {
  readonly group: Group;
  /** Only where births are set apart. */
  readonly birth: Month | null;
}

export interface TableOfGroup<T> extends BirthGroup {
  readonly table: T;
}

/**
 * A table for each group, in order of their values: out of the aggregate, with what differs in an earlier state of
 * knowledge. Every case is folded where most differ, or under a version of the chain that the aggregate does not hold.
 */
export async function readTables<T extends StepTable>(
  tx: PoolClient,
  frame: Frame,
  wanted: WantedTables<T>,
): Promise<TableOfGroup<T>[]> {
  const { query, chain } = frame;
  const scheduler = schedulerFor(chain.definition);
  const groups = new BirthGroups(frame, wanted, scheduler);
  const tables = new GroupedTables<T>({
    asOf: query.asOf,
    dimension: wanted.dimension,
    groupOf: (birth, stratum) => groups.keyOf(birth, stratum),
    newTable: (key) => wanted.newTable(groups.groupOf(key)),
  });
  const add = (histories: readonly CaseHistory[], n: 1 | -1): void => {
    for (const history of histories) {
      const way = wanted.wayOf(history, scheduler);
      if (way) tables.addWay(way, n);
    }
  };
  const known = knownTo(query);
  const isWanted = wantedFiles(query.filters, scheduler);
  if (chain.inCube && !(known && (await areMostLate(tx, known)))) {
    await addCounts(tx, query, wanted, tables);
    if (known) {
      for await (const file of lateFiles(tx, known)) {
        if (!isWanted(file)) continue;
        add(historiesOf(file), -1);
        add(historiesOf(file, known), 1);
      }
    }
  } else {
    for await (const file of allFiles(tx)) if (isWanted(file)) add(historiesOf(file, known ?? {}), 1);
  }
  return groups.sorted(tables.byGroup);
}

/** Names groups. They are asked for with every count, and there are few birth months and strata. */
class BirthGroups {
  private readonly keys = new Map<string, string | null>();
  private readonly groups = new Map<string, BirthGroup>();
  private readonly naming: GroupTable;

  constructor(
    private readonly frame: Frame,
    private readonly wanted: Pick<WantedTables<StepTable>, 'countsBirth' | 'byBirth'>,
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

  sorted<T>(tables: ReadonlyMap<string, T>): TableOfGroup<T>[] {
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
