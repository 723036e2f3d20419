import { randomBytes } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { until } from '@lueckenlos/platform/testing';
import { acceptsGzip, bodyOf } from './encoding';

describe('gzip', () => {
  it.each([
    ['gzip', true],
    ['br, GZIP;q=0.5', true],
    ['x-gzip', true],
    ['*', true],
    ['*;q=0', false],
    ['gzip;q=0, *', false],
    ['br, deflate', false],
    ['', false],
    [undefined, false],
  ])('is what %j asks for: %j', (header, expected) => {
    expect(acceptsGzip(header)).toBe(expected);
  });
});

describe.each([
  ['plain', false],
  ['compressed', true],
])('a body, %s,', (_, gzip) => {
  // Nothing that compression could make small: else the reader would have to take many pages to fill a buffer.
  const page = randomBytes(48_000).toString('base64');

  /** Pages without end, with a note of how many were taken and whether they were let go of. */
  const endless = () => {
    const seen = { pages: 0, closed: false };
    async function* pages(): AsyncGenerator<string> {
      try {
        for (;;) {
          seen.pages += 1;
          yield await Promise.resolve(page);
        }
      } finally {
        seen.closed = true;
      }
    }
    return { seen, pages: pages() };
  };

  it('holds all lines, in order', async () => {
    async function* lines(): AsyncGenerator<string> {
      for (const line of ['a\n', 'ü\n', 'c\n']) yield await Promise.resolve(line);
    }
    const chunks: Buffer[] = [];
    for await (const chunk of bodyOf(lines(), gzip)) chunks.push(Buffer.from(chunk as Buffer));
    const bytes = Buffer.concat(chunks);
    expect((gzip ? gunzipSync(bytes) : bytes).toString()).toBe('a\nü\nc\n');
  });

  it('is not begun before somebody reads it', () => {
    const { seen, pages } = endless();
    bodyOf(pages, gzip);
    expect(seen.pages).toBe(0);
  });

  it('reads on only as it is taken, and lets go of the log when the reader leaves', async () => {
    const { seen, pages } = endless();
    const body = bodyOf(pages, gzip);
    const iterator = body[Symbol.asyncIterator]();
    for (let taken = 0; taken < 10; taken += 1) await iterator.next();
    await iterator.return?.();
    await until(() => seen.closed);
    expect(seen.pages).toBeLessThan(100);
  });

  it('fails where the log does, instead of ending as if that were all', async () => {
    async function* broken(): AsyncGenerator<string> {
      yield await Promise.resolve('a\n');
      throw new Error('The store went away.');
    }
    const read = async (): Promise<void> => {
      for await (const chunk of bodyOf(broken(), gzip)) expect(chunk).toBeDefined();
    };
    await expect(read()).rejects.toThrow('The store went away.');
  });
});
