const LINE_FEED = 10;
const QUOTE = 34;
const COMMA = 44;

/** Finds where a record ends: the index of its line feed, -1 where the buffer ends before it. */
export interface RecordEnd {
  find(buffer: Buffer, start: number): number;
}

/** A record is a line. */
export const lineEnd: RecordEnd = {
  find: (buffer, start) => buffer.indexOf(LINE_FEED, start),
};

/** Records of CSV after RFC 4180: a line feed between quotes belongs to the field. */
export class CsvRecordEnd implements RecordEnd {
  #buffer: Buffer | undefined;
  #nextQuote = 0;

  find(buffer: Buffer, start: number): number {
    const end = buffer.indexOf(LINE_FEED, start);
    return this.#quoteFrom(buffer, start) > (end === -1 ? buffer.length : end)
      ? end
      : endOutsideQuotes(buffer, start);
  }

  /** Remembered from record to record: a file without quotes is searched for them once, not once per record. */
  #quoteFrom(buffer: Buffer, start: number): number {
    if (this.#buffer !== buffer || this.#nextQuote < start) {
      const found = buffer.indexOf(QUOTE, start);
      this.#nextQuote = found === -1 ? Infinity : found;
      this.#buffer = buffer;
    }
    return this.#nextQuote;
  }
}

/** A quote opens only at the start of a field; inside, two quotes are one that is meant. */
function endOutsideQuotes(buffer: Buffer, start: number): number {
  let quoted = false;
  let fieldStart = true;
  for (let at = start; at < buffer.length; at++) {
    const byte = buffer[at];
    if (quoted) {
      if (byte !== QUOTE) continue;
      if (buffer[at + 1] === QUOTE) at++;
      else quoted = false;
    } else if (byte === QUOTE && fieldStart) {
      quoted = true;
      fieldStart = false;
    } else if (byte === LINE_FEED) {
      return at;
    } else {
      fieldStart = byte === COMMA;
    }
  }
  return -1;
}
