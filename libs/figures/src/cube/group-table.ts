import type { Cell, Measure } from '@lueckenlos/chain';
import type { AreaMap } from '../areas/area-map';
import { UNKNOWN, type Breakdown, type FigureQuery } from '../query/figure-query';
import type { Counted, SeriesIndex } from './series-index';

/** The values of the dimensions that a figure is broken down by, in the order of the question. */
export type Group = Partial<Record<Breakdown, string | number | boolean>>;

/** What figures count: what the read model does, and the cases that wait for their source. */
export type FigureMeasure = Measure | 'unconfirmed';

/** Counts by measure, stage and value, for one group. */
export interface GroupCounts {
  readonly group: Group;
  count(measure: FigureMeasure, stage: string, value: string): number;
  /** Counts at one stage: for who asks for several values, as measure and stage are looked up once. */
  countsAt(measure: FigureMeasure, stage: string): (value: string) => number;
  /** The values of a measure at a stage that have a count. */
  values(measure: FigureMeasure, stage: string): readonly (readonly [value: string, n: number])[];
}

/** Sums counts up by the values of the breakdown. */
export class GroupTable {
  private readonly groups = new Map<string, { group: Group; counts: number[] }>();

  constructor(
    private readonly query: Pick<FigureQuery, 'by' | 'level'>,
    private readonly areas: AreaMap,
    private readonly series: SeriesIndex,
  ) {}

  /** The counts of the group that a cell belongs to, by number of the series: to be added to. */
  countsOf(cell: Cell): number[] {
    let key = '';
    // Only the area is a text of somebody's own: no two groups have the same key.
    for (const breakdown of this.query.by) key += `${this.valueOf(cell, breakdown)}\t`;
    const known = this.groups.get(key);
    if (known) return known.counts;
    const counts = new Array<number>(this.series.size).fill(0);
    this.groups.set(key, { group: this.groupOf(cell), counts });
    return counts;
  }

  groupOf(cell: Cell): Group {
    const group: Group = {};
    for (const breakdown of this.query.by) group[breakdown] = this.valueOf(cell, breakdown);
    return group;
  }

  /** Adds cases of a cell with a value. */
  add(cell: Cell, observation: Counted, n: number): void {
    this.addAll(cell, [observation], n);
  }

  /** Adds cases of a cell with all their values. The group is looked for once. */
  addAll(cell: Cell, observations: readonly Counted[], n: number): void {
    const counts = this.countsOf(cell);
    for (const observation of observations) {
      const id = this.series.idOf(observation);
      counts[id] = (counts[id] ?? 0) + n;
    }
  }

  /** The groups in which something was counted, in order of their values. */
  sorted(measures: readonly FigureMeasure[]): GroupCounts[] {
    const ids = this.series.idsOf(measures);
    return [...this.groups.values()]
      .filter(({ counts }) => ids.some((id) => counts[id]))
      .sort((a, b) => compareGroups(a.group, b.group, this.query.by))
      .map(({ group, counts }) => this.countsOfGroup(group, counts));
  }

  private countsOfGroup(group: Group, counts: readonly number[]): GroupCounts {
    const { series } = this;
    const countsAt: GroupCounts['countsAt'] = (measure, stage) => {
      const values = series.valuesOf(measure, stage);
      return (value) => counts[values.get(value) ?? -1] ?? 0;
    };
    return {
      group,
      count: (measure, stage, value) => countsAt(measure, stage)(value),
      countsAt,
      values: (measure, stage) =>
        [...series.valuesOf(measure, stage)]
          .map(([value, id]) => [value, counts[id] ?? 0] as const)
          .filter(([, n]) => n !== 0),
    };
  }

  private valueOf(cell: Cell, breakdown: Breakdown): string | number | boolean {
    const value = cell[breakdown];
    if (breakdown !== 'area' || cell.area === null) return value ?? UNKNOWN;
    return valueOfArea(cell.area, this.query, this.areas) ?? UNKNOWN;
  }
}

/** The area under which a code is counted; null where it lies in none of the level asked for. */
export function valueOfArea(
  code: string,
  { level }: Pick<FigureQuery, 'level'>,
  areas: AreaMap,
): string | null {
  return level === null ? code : areas.ancestor(code, level);
}

/** Orders groups by their values, in the order of the breakdown. */
export function compareGroups(a: Group, b: Group, by: readonly Breakdown[]): number {
  for (const breakdown of by) {
    const [left, right] = [String(a[breakdown]), String(b[breakdown])];
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}
