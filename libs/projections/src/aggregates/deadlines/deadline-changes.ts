import {
  changeKey,
  CountLog,
  deadlineSeries,
  NO_SUMS,
  type Cell,
  type Dimension,
  type Month,
  type SortedSums,
} from '@lueckenlos/chain';

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
  readonly changes: SortedSums;
  readonly deadline: Month;
}

interface GatheredCell extends DeadlineCell {
  readonly number: number;
  readonly key: string;
  deadline: Month;
}

/** Gathers the differences of many children, so that each row is written once. */
export class DeadlineChanges {
  private readonly cells = new Map<string, GatheredCell>();
  private readonly log = new CountLog();

  /** How many differences have gathered. */
  get size(): number {
    return this.log.length;
  }

  add(
    place: DeadlineCell,
    { value, deadline }: { readonly value: string; readonly deadline: Month },
    month: Month,
    n: 1 | -1,
  ): void {
    const { birthYear } = place.cell;
    // Who has a deadline is born.
    if (birthYear === null) return;
    const key = keyOf(place);
    let changed = this.cells.get(key);
    if (!changed) {
      changed = { ...place, number: this.cells.size, key, deadline };
      this.cells.set(key, changed);
    }
    changed.deadline = Math.max(changed.deadline, deadline);
    this.log.add(changed.number, changeKey(month, deadlineSeries(value, deadline, birthYear)), n);
  }

  /** The places in which something changes. */
  changed(): ChangedCell[] {
    const sums = this.log.sums(this.cells.size);
    return [...this.cells.values()]
      .map(({ number, ...cell }) => ({ ...cell, changes: sums[number] ?? NO_SUMS }))
      .filter(({ changes }) => changes.keys.length > 0);
  }
}

function keyOf({ chain, stage, dimension, cell }: DeadlineCell): string {
  const { birthYear, schoolYear, area, povertyRisk } = cell;
  return JSON.stringify([chain, stage, dimension, birthYear, schoolYear, area, povertyRisk]);
}
