import type { Contribution } from '../curves/contribution';
import { partOf, seriesOf } from '../curves/curve-cell';
import { CurveCounts } from '../curves/curve-counts';
import type { CountedCell, GroupedTables } from '../curves/grouped-tables';
import type { StepTable } from '../curves/step-table';
import type { Stratum } from '../curves/stratum';
import { yearOf } from '../month';

/** Counts as a read model keeps them: packed, by what they count, birth year and stratum. */
export class CurveAggregate {
  private readonly cells = new Map<string, { cell: Omit<CountedCell, 'counts'>; counts: CurveCounts }>();
  private readonly stages = new Numbers<string>();
  private readonly strata = new Numbers<Stratum>();

  add(contributions: Iterable<Contribution>, times = 1): void {
    for (const one of contributions) {
      const { from, birth, origin, step, stratum } = one;
      const cell = { from, part: partOf(one), stratum, birthYear: yearOf(birth) };
      const key = JSON.stringify(cell);
      const entry = this.cells.get(key) ?? { cell, counts: new CurveCounts() };
      this.cells.set(key, entry);
      const series = seriesOf(one, {
        stage: (id) => this.stages.idOf(id),
        stratum: (into) => this.strata.idOf(into),
      });
      entry.counts.add(birth, origin, step.month - origin, series, one.n * times);
    }
  }

  /** Tells a reader the cells of a way: what is common to all stages, and what a stage adds. */
  read(tables: GroupedTables<StepTable>, wanted: (from: string, to: string) => boolean): void {
    for (const { cell, counts } of this.cells.values()) {
      const stage = (id: number): string | undefined => {
        const to = this.stages.named(id);
        return wanted(cell.from, to) ? to : undefined;
      };
      const packed = { ...cell, counts: counts.pack() };
      tables.addCell(packed, { stage, stratum: (id) => this.strata.named(id) });
    }
  }

  /** How many counts there are that did not cancel out. */
  get size(): number {
    return [...this.cells.values()].reduce((sum, { counts }) => sum + counts.size, 0);
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
