import type { SortedSums } from './sorted-sums';

/** Counts are kept in blocks of so many: where more come, none of those before has to be moved. */
const BLOCK = 2 ** 13;

interface Block {
  readonly cells: Int32Array;
  /** The key plus one; below 0 for what counts down. */
  readonly entries: Float64Array;
}

/**
 * Counts up or down by one in numbered cells, written down one after the other as they come and summed once at the end:
 * millions come together while read models are filled, hardly two of them alike, and looking each up in a table would cost
 * more than sorting them all.
 */
export class CountLog {
  private readonly blocks: Block[] = [];
  private block: Block = { cells: new Int32Array(), entries: new Float64Array() };
  /** How many counts are written down: twelve bytes each, and twenty more while they are summed. */
  length = 0;

  /** @param key a whole number from 0 to 2^53 − 2 */
  add(cell: number, key: number, n: 1 | -1): void {
    const at = this.length++ % BLOCK;
    if (at === 0) this.begin();
    this.block.cells[at] = cell;
    this.block.entries[at] = n === 1 ? key + 1 : -key - 1;
  }

  /** The sums of the cells 0 to `cells` − 1; what cancels out leaves nothing behind. */
  sums(cells: number): SortedSums[] {
    const { sorted, starts } = this.byCell(cells);
    const room = new Float64Array(sorted.length);
    const sums = new Int32Array(sorted.length);
    return Array.from({ length: cells }, (_, cell) => {
      const [start, end] = [starts[cell], starts[cell + 1]];
      const entries = sorted.subarray(start, end).sort();
      const keys = room.subarray(start, end);
      const own = sums.subarray(start, end);
      const count = sumSorted(entries, keys, own);
      return { keys: keys.subarray(0, count), sums: own.subarray(0, count) };
    });
  }

  /** The entries, cell by cell, and where each cell begins. */
  private byCell(cells: number): { sorted: Float64Array; starts: Int32Array } {
    const starts = new Int32Array(cells + 1);
    const filled = this.filled();
    for (const own of filled) {
      for (let at = 0; at < own.cells.length; at++) (starts[(own.cells[at] as number) + 1] as number)++;
    }
    for (let cell = 0; cell < cells; cell++) (starts[cell + 1] as number) += starts[cell] as number;
    const next = starts.slice();
    const sorted = new Float64Array(this.length);
    for (const own of filled) {
      for (let at = 0; at < own.cells.length; at++) {
        sorted[(next[own.cells[at] as number] as number)++] = own.entries[at] as number;
      }
    }
    return { sorted, starts };
  }

  /** What is written down, without the room that is left in the last block. */
  private filled(): Block[] {
    return this.blocks.map(({ cells, entries }, number) => {
      const end = Math.min(BLOCK, this.length - number * BLOCK);
      return { cells: cells.subarray(0, end), entries: entries.subarray(0, end) };
    });
  }

  private begin(): void {
    this.block = { cells: new Int32Array(BLOCK), entries: new Float64Array(BLOCK) };
    this.blocks.push(this.block);
  }
}

/** Sums sorted entries: those that count down lie before the others, their keys descending. Answers how many sums are left. */
function sumSorted(entries: Float64Array, keys: Float64Array, sums: Int32Array): number {
  let up = 0;
  while (up < entries.length && (entries[up] as number) < 0) up++;
  let down = up - 1;
  let count = 0;
  while (down >= 0 || up < entries.length) {
    const key = Math.min(
      down >= 0 ? -(entries[down] as number) : Infinity,
      up < entries.length ? (entries[up] as number) : Infinity,
    );
    let sum = 0;
    for (; entries[up] === key; up++) sum++;
    for (; entries[down] === -key; down--) sum--;
    if (sum === 0) continue;
    keys[count] = key - 1;
    sums[count++] = sum;
  }
  return count;
}
