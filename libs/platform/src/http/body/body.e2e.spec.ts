import { gzipSync } from 'node:zlib';
import { problemOf } from '../../testing/fixtures/problem-of';
import { startThings, type Things } from '../../testing/fixtures/things';

describe('a body sent over HTTP', () => {
  let things: Things;
  let url: string;

  beforeAll(async () => {
    things = await startThings();
    ({ url } = things);
  });
  afterAll(() => things.stop());

  const json = { 'content-type': 'application/json' };
  const post = (body: string | Buffer, headers: Record<string, string> = json, path = '/things') =>
    fetch(url + path, {
      method: 'POST',
      body: typeof body === 'string' ? body : new Uint8Array(body),
      headers,
    });
  it('hands over what was sent as JSON, with a byte order mark and compressed too', async () => {
    const sent = Buffer.from('\ufeff{"stage":"kita","title":"Früh – ☀️"}');
    const expected = { body: { stage: 'kita', title: 'Früh – ☀️' } };
    expect(await (await post(sent)).json()).toEqual(expected);
    expect(await (await post(gzipSync(sent), { ...json, 'content-encoding': 'gzip' })).json()).toEqual(
      expected,
    );
    expect(await (await post(sent, { 'content-type': 'application/cloudevents+json' })).json()).toEqual(
      expected,
    );
  });

  const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
  const gzip = { ...json, 'content-encoding': 'gzip' };
  it.each([
    ['broken JSON', '{"a":', json, 400, 'platform.broken-json', ''],
    ['nothing', '', json, 400, 'platform.empty-body', ''],
    ['JSON nested 33 deep', deep(33), json, 400, 'platform.nested-too-deeply', '/0'.repeat(32)],
    ['JSON nested 30,000 deep', deep(30_000), json, 400, 'platform.nested-too-deeply', '/0'.repeat(32)],
    ['a NUL', '{"a":[1,"x\\u0000"]}', json, 400, 'platform.forbidden-character', '/a/1'],
    ['half a surrogate pair', '{"a/b":"\\ud800"}', json, 400, 'platform.forbidden-character', '/a~1b'],
    ['an endless number', '{"a":1e999}', json, 400, 'platform.number-out-of-range', '/a'],
    ['a prototype', '{"__proto__":{"admin":true}}', json, 400, 'platform.forbidden-member', '/__proto__'],
    ['invalid UTF-8', Buffer.from([0x22, 0xff, 0x22]), json, 400, 'platform.invalid-utf8', ''],
    ['too much', JSON.stringify('x'.repeat(70_000)), json, 413, 'platform.body-too-large', ''],
    ['a bomb', gzipSync(Buffer.alloc(9_000_000, 32)), gzip, 413, 'platform.body-too-large', ''],
    ['truncated gzip', gzipSync('{"a":"bcd"}').subarray(0, 15), gzip, 400, 'platform.broken-compression', ''],
    ['no gzip', '{"a":1}', gzip, 400, 'platform.broken-compression', ''],
    ['brotli', '{}', { ...json, 'content-encoding': 'br' }, 415, 'platform.unsupported-encoding', ''],
    [
      'UTF-16',
      '{}',
      { 'content-type': 'application/json; charset=utf-16' },
      415,
      'platform.unsupported-charset',
      '',
    ],
    ['XML', '<a/>', { 'content-type': 'text/xml' }, 415, 'platform.unsupported-media-type', ''],
    ['no known type', '{}', { 'content-type': '???' }, 415, 'platform.unsupported-media-type', ''],
  ])('refuses %s', async (_what, body, headers, status, code, pointer) => {
    const document = await problemOf(await post(body, headers));
    expect([document.status, document.code, document.errors[0]?.pointer]).toEqual([status, code, pointer]);
  });

  it('accepts JSON nested 32 deep', async () => {
    expect((await post(deep(32))).status).toBe(200);
  });

  it('hands over a file as a stream, however large', async () => {
    const answer = await post('x'.repeat(200_000), { 'content-type': 'text/csv' }, '/things/file');
    expect(await answer.json()).toEqual({ bytes: 200_000 });
  });
});
