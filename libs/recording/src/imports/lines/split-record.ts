/** A line of a file or, where quotes hold line ends together, a few of them. */
export interface SplitRecord {
  /** Its first line, counted from 1. */
  readonly line: number;
  /** Without the line end; null where it is not worth looking at. */
  readonly bytes: Buffer | null;
  /** Why it has no bytes. */
  readonly broken?: 'line-too-long' | 'unclosed-quote';
  /** Bytes and lines of the file up to its end: where reading can go on. */
  readonly readBytes: number;
  readonly readLines: number;
}
