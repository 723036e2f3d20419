import type { RawRow } from '../../record-events/row';

/** The rows that are recorded together. */
export interface RowChunk<Row = RawRow> {
  readonly rows: readonly Row[];
  /** The line of each row. */
  readonly lines: readonly number[];
  /** How far the file is read with them. */
  readonly readBytes: number;
  readonly readLines: number;
}

/**
 * Enough for the log to take many at once; few enough that single posts in between wait little, a crash repeats little
 * and a cancellation is heard soon. 5,000 are a tenth faster.
 */
const MAX_ROWS = 2_000;
/** What a chunk may hold of the file, so that long lines don't fill the memory. */
const MAX_BYTES = 4 * 1024 * 1024;

/** Gathers rows until they make a chunk. */
export class ChunkBuilder {
  #rows: RawRow[] = [];
  #lines: number[] = [];
  #bytes = 0;

  add(row: (index: number) => RawRow, line: number, bytes: number): void {
    this.#rows.push(row(this.#rows.length));
    this.#lines.push(line);
    this.#bytes += bytes;
  }

  get isFull(): boolean {
    return this.#rows.length >= MAX_ROWS || this.#bytes >= MAX_BYTES;
  }

  get isEmpty(): boolean {
    return this.#rows.length === 0;
  }

  take(readBytes: number, readLines: number): RowChunk {
    const chunk = { rows: this.#rows, lines: this.#lines, readBytes, readLines };
    this.#rows = [];
    this.#lines = [];
    this.#bytes = 0;
    return chunk;
  }
}
