const LINE_FEED = 10;

/** What has gone through so far. */
export class Measure {
  bytes = 0;
  lines = 0;

  constructor(private readonly tell: (bytes: number) => void) {}

  /** Counts bytes and lines on their way through. */
  async *through(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      this.bytes += chunk.length;
      for (let i = chunk.indexOf(LINE_FEED); i >= 0; i = chunk.indexOf(LINE_FEED, i + 1)) this.lines++;
      this.tell(this.bytes);
      yield chunk;
    }
  }
}
