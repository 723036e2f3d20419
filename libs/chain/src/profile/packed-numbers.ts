/** Writes variable-length integers: seven bits a byte, the lowest first. */
export class ByteWriter {
  private bytes = Buffer.allocUnsafe(256);
  length = 0;

  /** Up to 2^32 − 1. */
  unsigned(value: number): void {
    if (this.length + LONGEST > this.bytes.length) this.grow();
    let rest = value;
    for (; rest >= 0x80; rest >>>= 7) this.bytes[this.length++] = (rest & 0x7f) | 0x80;
    this.bytes[this.length++] = rest;
  }

  /** Small numbers of either sign become small unsigned ones: 0, −1, 1, −2 … are 0, 1, 2, 3 … */
  signed(value: number): void {
    this.unsigned(((value << 1) ^ (value >> 31)) >>> 0);
  }

  written(): Buffer {
    return this.bytes.subarray(0, this.length);
  }

  private grow(): void {
    const longer = Buffer.allocUnsafe(this.bytes.length * 2);
    this.bytes.copy(longer, 0, 0, this.length);
    this.bytes = longer;
  }
}

/** Bytes of the longest integer. */
const LONGEST = 5;

/** Reads what a {@link ByteWriter} wrote. */
export class ByteReader {
  private at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  hasMore(): boolean {
    return this.at < this.bytes.length;
  }

  unsigned(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.bytes[this.at++] ?? 0;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
  }

  signed(): number {
    const n = this.unsigned();
    return (n >>> 1) ^ -(n & 1);
  }
}
