import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { accepted, send } from '../client/send';
import type { ApiRequest } from '../client/api';
import { loggedLines } from '../export-log/testing/logged-lines';
import { readLog, type LogPart } from './read-log';

const LOG = loggedLines(...Array.from({ length: 100 }, () => ({ case: 'a', kind: 'moved-in' })));

describe('a reading of the log', () => {
  let server: Server | undefined;
  const asked: (string | undefined)[] = [];
  afterEach(() => {
    server?.closeAllConnections();
    server?.close();
    asked.length = 0;
  });

  /** A server that answers each request in turn as it is told to; the last one again and again. */
  const reading = async (...answers: ((lines: string[], response: ServerResponse) => void)[]) => {
    server = createServer((request, response) => {
      const { searchParams } = new URL(request.url ?? '', 'http://localhost');
      const after = Number(searchParams.get('after') ?? 0);
      asked.push(request.url);
      response.setHeader('lueckenlos-position', '100');
      const lines = LOG.filter(({ position }) => Number(position) > after).map((line) =>
        JSON.stringify(line),
      );
      answers[Math.min(asked.length, answers.length) - 1]?.(lines, response);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const request = async (path: string, { query = {} }: ApiRequest = {}): Promise<Response> => {
      const url = new URL(base + path);
      for (const [name, value] of Object.entries(query))
        if (value !== undefined) url.searchParams.set(name, value);
      return accepted(await send(url));
    };
    return async (part: LogPart = {}): Promise<string[]> => {
      const positions: string[] = [];
      const persistence = { pause: () => Promise.resolve(), attempts: 3 };
      for await (const { lines } of readLog({ request }, part, {}, persistence))
        positions.push(...lines.map((line) => (JSON.parse(line) as { position: string }).position));
      return positions;
    };
  };

  const whole = (lines: string[], response: ServerResponse) => void response.end(`${lines.join('\n')}\n`);
  const cut = (lines: string[], response: ServerResponse) =>
    void response.write(`${lines.slice(0, 30).join('\n')}\n{"half":`, () => response.destroy());
  const away = (_: string[], response: ServerResponse) => void response.writeHead(503).end();

  it('goes on behind the last whole line wherever it is cut off, to the head that it began with', async () => {
    const read = await reading(cut, away, cut, whole);
    expect(await read({ type: 'moved-in' })).toEqual(LOG.map(({ position }) => position));
    expect(asked).toEqual([
      '/v1/log?type=moved-in',
      '/v1/log?type=moved-in&after=30&upTo=100',
      '/v1/log?type=moved-in&after=30&upTo=100',
      '/v1/log?type=moved-in&after=60&upTo=100',
    ]);
  });

  it('is given up when it brings nothing again and again', async () => {
    const read = await reading(cut, away);
    await expect(read()).rejects.toThrow();
    expect(asked).toHaveLength(4);
  });

  it('is not tried again where it never began', async () => {
    const read = await reading(away);
    await expect(read()).rejects.toMatchObject({ problem: { status: 503 } });
    expect(asked).toHaveLength(1);
  });
});
