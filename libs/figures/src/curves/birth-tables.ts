import {
  GroupedTables,
  schedulerFor,
  type CaseHistory,
  type CurveDimension,
  type Scheduler,
  type StepTable,
  type Way,
} from '@lueckenlos/chain';
import type { Frame } from '../cube/frame';
import { BirthGroups, type BirthGroup, type WantedBirths } from './birth-groups';

/** What is to be counted of cases, and of whom. */
export interface WantedTables<T extends StepTable> extends WantedBirths {
  readonly dimension: CurveDimension;
  readonly newTable: (group: BirthGroup) => T;
  /** The way of one case that the counts are summed from. */
  readonly wayOf: (history: CaseHistory, scheduler: Scheduler) => Way | null;
}

export interface TableOfGroup<T> extends BirthGroup {
  readonly table: T;
}

/** A table for each group: of packed counts, of folded cases, or of both. */
export class BirthTables<T extends StepTable> {
  /** To be filled with packed counts. */
  readonly tables: GroupedTables<T>;
  private readonly scheduler: Scheduler;
  private readonly groups: BirthGroups;

  constructor(
    frame: Pick<Frame, 'query' | 'areas' | 'series'> & { readonly chain: Pick<Frame['chain'], 'definition'> },
    private readonly wanted: WantedTables<T>,
  ) {
    this.scheduler = schedulerFor(frame.chain.definition);
    const groups = new BirthGroups(frame, wanted, this.scheduler);
    this.groups = groups;
    this.tables = new GroupedTables<T>({
      asOf: frame.query.asOf,
      dimension: wanted.dimension,
      groupOf: (birth, stratum) => groups.keyOf(birth, stratum),
      newTable: (key) => wanted.newTable(groups.groupOf(key)),
    });
  }

  /** Adds one case, or takes it away. */
  add(history: CaseHistory, n: 1 | -1): void {
    const way = this.wanted.wayOf(history, this.scheduler);
    if (way) this.tables.addWay(way, n);
  }

  /** In order of the values of their groups. */
  sorted(): TableOfGroup<T>[] {
    return this.groups.sorted(this.tables.byGroup);
  }
}
