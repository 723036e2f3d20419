import { connect } from 'node:net';
import { startThings, type Things } from '../../testing/fixtures/things';

describe('a connection that speaks no proper HTTP', () => {
  let things: Things;
  let url: string;

  beforeAll(async () => {
    things = await startThings();
    ({ url } = things);
  });
  afterAll(() => things.stop());

  it.each([
    ['headers too long', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
    ['a broken request line', 'GARBAGE\r\n\r\n', 400],
    ['contradicting lengths', 'POST /things HTTP/1.1\r\nHost: a\r\nContent-Length: 1x\r\n\r\n', 400],
    ['a raw control character', 'GET /things/\u0001 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', 400],
    [
      'a body shorter than announced',
      'POST /things HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{"a":1}',
      400,
    ],
  ])('answers %s with a problem document', async (_what, bytes, status) => {
    const answer = await talk(bytes);
    expect(answer).toContain(`HTTP/1.1 ${status} `);
    expect(answer).toContain('application/problem+json');
  });

  /** Sends bytes as they are, closes its half of the connection and reads the answer to the end. */
  const talk = (bytes: string) =>
    new Promise<string>((resolve, reject) => {
      let answer = '';
      const socket = connect({ port: Number(new URL(url).port), host: '127.0.0.1' }, () => socket.end(bytes));
      socket.setEncoding('utf8');
      socket.on('data', (chunk) => (answer += String(chunk)));
      socket.on('error', reject);
      socket.on('close', () => resolve(answer));
    });
});
