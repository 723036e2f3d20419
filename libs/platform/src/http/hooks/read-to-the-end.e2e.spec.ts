import { once } from 'node:events';
import { connect } from 'node:net';
import { startThings, type Things } from '../../testing/fixtures/things';

const LENGTH = 20_000_000;

describe('a client that sends its whole body before it listens, and then wants no further answer', () => {
  let things: Things;
  beforeAll(async () => {
    things = await startThings();
  });
  afterAll(() => things.stop());

  it.each([
    ['too large', '/things', 'application/json', 413],
    ['of an unknown media type', '/things', 'application/zip', 415],
    ['in an unknown charset', '/things', 'application/json; charset=utf-16', 415],
    ['sent to an unknown address', '/nothing', 'text/csv', 404],
  ])('sees that a body is refused that is %s', async (_what, path, type, status) => {
    const head = [
      `POST ${path} HTTP/1.1`,
      'Host: a',
      'Connection: close',
      `Content-Type: ${type}`,
      `Content-Length: ${LENGTH}`,
    ];
    expect(await answerTo(`${head.join('\r\n')}\r\n\r\n`)).toContain(`HTTP/1.1 ${status} `);
  });

  async function answerTo(head: string): Promise<string> {
    const socket = connect({ port: Number(new URL(things.url).port), host: '127.0.0.1' });
    let answer = '';
    socket.setEncoding('utf8').pause();
    socket.on('data', (chunk) => (answer += String(chunk))).pause();
    await once(socket, 'connect');
    socket.write(head);
    await new Promise<void>((sent, failed) => {
      socket.once('error', failed);
      socket.write(Buffer.alloc(LENGTH, 32), () => sent());
    });
    socket.resume();
    await once(socket, 'close');
    return answer;
  }
});
