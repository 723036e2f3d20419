import { connect } from 'node:net';
import { until } from '@lueckenlos/platform/testing';
import { startRecording, type RunningRecording } from '../../testing/start-recording';
import { events, ndjson } from '../testing/files';

/** Speaks HTTP by hand: announces more than it sends and then ends its side of the connection, or cuts it. */
async function sendPart(
  url: string,
  headers: Readonly<Record<string, string>>,
  part: string,
  ending: 'end' | 'destroy',
): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.write(`POST /v1/imports HTTP/1.1\r\nHost: ${hostname}\r\n${lines.join('\r\n')}\r\n\r\n`);
  await new Promise<void>((resolve) => socket.write(part, () => resolve()));
  const answer: Buffer[] = [];
  socket.on('data', (data) => answer.push(data));
  socket.on('error', () => undefined);
  const closed = new Promise((resolve) => socket.once('close', resolve));
  if (ending === 'end') socket.end();
  else socket.destroy();
  await closed;
  return Buffer.concat(answer).toString();
}

describe('an upload that breaks off', () => {
  let recording: RunningRecording;

  beforeAll(async () => {
    recording = await startRecording();
  });
  afterAll(() => recording.stop());

  const traces = async (): Promise<number> => {
    const { rows } = await recording.pool.query<{ n: string }>(
      'SELECT (SELECT count(*) FROM recording.import_job) + (SELECT count(*) FROM recording.import_chunk) AS n',
    );
    return Number(rows[0]?.n);
  };

  const part = ndjson(...events(20_000, 'cut'));

  it.each([
    ['shorter than announced', 'end', { 'content-length': '99999999' }, part],
    ['cut in the middle', 'destroy', { 'content-length': '99999999' }, part],
    ['in chunks without the last one', 'end', { 'transfer-encoding': 'chunked' }, `5\r\n{"a":\r\n`],
  ] as const)('leaves no trace: %s', async (_, ending, headers, body) => {
    const base = {
      ...(await recording.authorization('youth-office')),
      'content-type': 'application/x-ndjson',
    };
    const answer = await sendPart(recording.url, { ...base, ...headers }, body, ending);
    expect(answer).toMatch(ending === 'end' ? /^HTTP\/1\.1 400 / : /^$/);
    await until(async () => (await traces()) === 0);
    expect(await (await recording.send('GET', '/v1/imports')).json()).toEqual([]);
  });
});
