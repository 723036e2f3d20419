import type { Contribution } from '../curves/contribution';
import { partOf, seriesOf } from '../curves/curve-cell';
import { curveCountKey, packCurveCounts } from '../curves/curve-counts';
import type { CountedCell, GroupedTables } from '../curves/grouped-tables';
import type { StepTable } from '../curves/step-table';
import type { Stratum } from '../curves/stratum';
import { yearOf } from '../month';
import { sortedSums } from './sorted-sums';

interface CellOfSums {
  readonly cell: Omit<CountedCell, 'counts'>;
  readonly sums: Map<number, number>;
}

/** Counts as a read model keeps them: packed, by what they count, birth year and stratum. */
export class CurveAggregate {
  private readonly cells = new Map<string, CellOfSums>();
  private readonly stages = new Numbers<string>();
  private readonly strata = new Numbers<Stratum>();

  add(contributions: Iterable<Contribution>, times = 1): void {
    for (const one of contributions) {
      const { from, birth, origin, step, stratum } = one;
      const cell = {
        from,
        part: partOf(one),
        stratum: this.strata.idOf(stratum),
        birthYear: yearOf(birth),
      };
      const key = JSON.stringify(cell);
      const entry = this.cells.get(key) ?? { cell, sums: new Map<number, number>() };
      this.cells.set(key, entry);
      const series = seriesOf(one, {
        stage: (id) => this.stages.idOf(id),
        stratum: (into) => this.strata.idOf(into),
      });
      const count = curveCountKey(birth, origin, step.month - origin, series);
      entry.sums.set(count, (entry.sums.get(count) ?? 0) + one.n * times);
    }
  }

  /** Tells a reader the cells of a way: what is common to all stages, and what a stage adds. */
  read(tables: GroupedTables<StepTable>, wanted: (from: string, to: string) => boolean): void {
    for (const { cell, sums } of this.cells.values()) {
      const stage = (id: number): string | undefined => {
        const to = this.stages.named(id);
        return wanted(cell.from, to) ? to : undefined;
      };
      const packed = { ...cell, counts: packCurveCounts(sortedSums(sums)) };
      tables.adderOf({ stage, stratum: (id) => this.strata.named(id) })(packed);
    }
  }

  /** How many counts there are that did not cancel out. */
  get size(): number {
    return [...this.cells.values()].reduce((count, { sums }) => count + sortedSums(sums).keys.length, 0);
  }
}

class Numbers<T> {
  private readonly known: T[] = [];

  idOf(value: T): number {
    const id = this.known.findIndex((one) => JSON.stringify(one) === JSON.stringify(value));
    return id >= 0 ? id : this.known.push(value) - 1;
  }

  named(id: number): T {
    if (id >= this.known.length) throw new RangeError(`nothing has the number ${id}`);
    return this.known[id] as T;
  }
}
