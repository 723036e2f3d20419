import { deadlineSeries, SeriesChanges, type Cell, type Dimension, type Month } from '@lueckenlos/chain';

/** A place of the counts: a stage of a chain in a cell. */
export interface DeadlineCell {
  readonly chain: string;
  readonly stage: string;
  readonly dimension: Dimension;
  readonly cell: Cell;
}

/** By how much a place changes, and the last deadline that is concerned. */
export interface ChangedCell extends DeadlineCell {
  readonly key: string;
  readonly changes: SeriesChanges;
  deadline: Month;
}

/** Gathers the differences of many children, so that each row is written once. */
export class DeadlineChanges {
  private readonly cells = new Map<string, ChangedCell>();

  /** How many differences have gathered. */
  get size(): number {
    let size = 0;
    for (const { changes } of this.cells.values()) size += changes.size;
    return size;
  }

  add(
    place: DeadlineCell,
    { value, deadline }: { readonly value: string; readonly deadline: Month },
    month: Month,
    n: number,
  ): void {
    const { birthYear } = place.cell;
    // Who has a deadline is born.
    if (birthYear === null) return;
    const key = keyOf(place);
    let changed = this.cells.get(key);
    if (!changed) {
      changed = { ...place, key, deadline, changes: new SeriesChanges() };
      this.cells.set(key, changed);
    }
    changed.deadline = Math.max(changed.deadline, deadline);
    changed.changes.add(month, deadlineSeries(value, deadline, birthYear), n);
  }

  /** The places in which something changes. */
  changed(): ChangedCell[] {
    return [...this.cells.values()].filter(({ changes }) => changes.size > 0);
  }
}

function keyOf({ chain, stage, dimension, cell }: DeadlineCell): string {
  const { birthYear, schoolYear, area, povertyRisk } = cell;
  return JSON.stringify([chain, stage, dimension, birthYear, schoolYear, area, povertyRisk]);
}
