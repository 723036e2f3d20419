import { lineEnd, type RecordEnd } from './record-end';
import type { SplitRecord } from './split-record';

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
/** A text with line ends in it has a few lines. More are a quote that somebody forgot to close. */
const MAX_LINES = 100;

export interface SplitterOptions {
  readonly end: RecordEnd;
  /** Most bytes of a record. */
  readonly limit: number;
  /** How far the file was read before. */
  readonly readBytes: number;
  readonly readLines: number;
}

/**
 * Cuts a stream of bytes into records. Keeps no more than one record and one piece in memory: what is longer is passed
 * over up to its line end. Where a quote is never closed, its line alone is broken and the following ones are read.
 */
export class RecordSplitter {
  readonly #options: SplitterOptions;
  #buffer: Buffer = Buffer.alloc(0);
  /** Where in the buffer the next record begins. */
  #at = 0;
  #bytes: number;
  #lines: number;
  /** Bytes of the whole file, where they are known. */
  #end = Infinity;
  /** Inside a line that is too long. */
  #skipping = false;

  constructor(options: SplitterOptions) {
    this.#options = options;
    this.#bytes = options.readBytes;
    this.#lines = options.readLines;
  }

  /** The records that end in this piece, to be read before the next one is pushed. */
  push(piece: Buffer): Iterable<SplitRecord> {
    this.#buffer = this.#rest === 0 ? piece : Buffer.concat([this.#buffer.subarray(this.#at), piece]);
    this.#at = 0;
    return this.#cut(false);
  }

  /** What is left at the end of the file: a last line without a line end, or the lines behind an open quote. */
  finish(): Iterable<SplitRecord> {
    if (this.#rest === 0 && !this.#skipping) return [];
    this.#end = this.#bytes + this.#rest;
    const ended = this.#rest > 0 && this.#buffer.at(-1) === LINE_FEED;
    this.#buffer = Buffer.concat([
      this.#buffer.subarray(this.#at),
      ...(ended ? [] : [Buffer.from([LINE_FEED])]),
    ]);
    this.#at = 0;
    return this.#cut(true);
  }

  get #rest(): number {
    return this.#buffer.length - this.#at;
  }

  *#cut(atEnd: boolean): Generator<SplitRecord> {
    for (;;) {
      if (!this.#skipping) this.#passEmptyLines();
      if (this.#rest === 0) return;
      const { end } = this.#options;
      const found = (this.#skipping ? lineEnd : end).find(this.#buffer, this.#at);
      const record = found === -1 ? this.#unfinished(atEnd) : this.#finished(found);
      if (record === null) return;
      yield record;
    }
  }

  /** Empty lines are counted and no records: a small compressed file can hold billions of them. */
  #passEmptyLines(): void {
    for (;;) {
      const length = this.#buffer[this.#at] === CARRIAGE_RETURN ? 2 : 1;
      if (this.#buffer[this.#at + length - 1] !== LINE_FEED) return;
      this.#at += length;
      this.#bytes += length;
      this.#lines++;
    }
  }

  #finished(end: number): SplitRecord {
    if (this.#skipping || end - this.#at > this.#options.limit) {
      this.#skipping = false;
      return this.#take(end, 1, null, 'line-too-long');
    }
    const last = end > this.#at && this.#buffer[end - 1] === CARRIAGE_RETURN ? end - 1 : end;
    const lines = this.#options.end === lineEnd ? 1 : this.#countLines(end);
    if (lines > MAX_LINES) return this.#brokenLine();
    return this.#take(end, lines, this.#buffer.subarray(this.#at, last));
  }

  /** Null: the rest of the record is still to come, or was passed over. */
  #unfinished(atEnd: boolean): SplitRecord | null {
    const tooLong = this.#rest > this.#options.limit;
    if (!this.#skipping && (tooLong || atEnd || this.#countLines(this.#buffer.length) > MAX_LINES)) {
      if (lineEnd.find(this.#buffer, this.#at) !== -1) return this.#brokenLine();
      this.#skipping = tooLong;
    }
    if (this.#skipping) {
      this.#bytes += this.#rest;
      this.#at = this.#buffer.length;
    }
    return null;
  }

  /** The first line alone is given up; reading goes on behind it. */
  #brokenLine(): SplitRecord {
    const end = lineEnd.find(this.#buffer, this.#at);
    const tooLong = end - this.#at > this.#options.limit;
    return this.#take(end, 1, null, tooLong ? 'line-too-long' : 'unclosed-quote');
  }

  #take(end: number, lines: number, bytes: Buffer | null, broken?: SplitRecord['broken']): SplitRecord {
    const line = this.#lines + 1;
    this.#bytes += end + 1 - this.#at;
    this.#lines += lines;
    this.#at = end + 1;
    return { line, bytes, broken, readBytes: Math.min(this.#bytes, this.#end), readLines: this.#lines };
  }

  /** Stops counting where it no longer matters. */
  #countLines(end: number): number {
    let lines = 1;
    let at = this.#buffer.indexOf(LINE_FEED, this.#at);
    for (; at !== -1 && at < end && lines <= MAX_LINES; lines++) at = this.#buffer.indexOf(LINE_FEED, at + 1);
    return lines;
  }
}
