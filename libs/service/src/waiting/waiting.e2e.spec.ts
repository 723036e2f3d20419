import { createLogger } from '@lueckenlos/platform';
import { until } from '@lueckenlos/platform/testing';
import { createServer, type AddressInfo } from 'node:net';
import { whenDatabaseServes } from './when-database-serves';

const withCode = (code: string): Error => Object.assign(new Error('a secret'), { code, severity: 'FATAL' });

/** A port that nobody listens at. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

interface Answer {
  readonly code: string;
  readonly checks?: { readonly database: { readonly state: string; readonly code: string } };
}

describe('a process whose database is away at its start', () => {
  const lines: string[] = [];
  const logger = createLogger({ logLevel: 'info' }, { write: (line: string) => void lines.push(line) });
  let port: number;
  let url: string;

  beforeEach(async () => {
    port = await freePort();
    url = `http://127.0.0.1:${port}`;
    lines.length = 0;
  });

  const waiting = () => ({ config: { host: '127.0.0.1', port }, logger, retryMs: 5 });
  const ask = async (path: string): Promise<[number, Answer, Response]> => {
    const answer = await fetch(url + path);
    return [answer.status, (await answer.json()) as Answer, answer];
  };

  it('lives, says why it is not ready, sends everybody away for a while, and goes on by itself', async () => {
    let failure: Error | undefined = withCode('28P01');
    const work = jest.fn(() => (failure ? Promise.reject(failure) : Promise.resolve('served')));
    const served = whenDatabaseServes(work, waiting());
    const [live] = await until(() => ask('/health/live'));
    expect(live).toBe(200);
    const [notReady, { code, checks }] = await ask('/health/ready');
    expect([notReady, code, checks]).toMatchObject([
      503,
      'platform.not-ready',
      { database: { state: 'down', code: 'platform.database-login-refused' } },
    ]);
    failure = withCode('53100');
    await until(async () => (await ask('/health/ready'))[1].checks?.database.code.endsWith('-full'));
    const [later, problem, { headers }] = await ask('/v1/events?token=secret');
    expect([later, problem.code, headers.get('retry-after')]).toEqual([503, 'platform.unavailable', '5']);
    failure = undefined;
    expect(await served).toBe('served');
    await expect(fetch(`${url}/health/live`)).rejects.toThrow();
    expect(work.mock.calls.length).toBeGreaterThan(2);
    expect(lines.join('').match(/"msg":"[^"]*"/g)).toEqual([
      '"msg":"Waits and tries again"',
      '"msg":"Answers that it is not ready"',
      '"msg":"Waits and tries again"',
      '"msg":"Goes on"',
    ]);
    expect(lines.join('')).not.toContain('secret');
  });

  it('gives up at once where waiting would not help', async () => {
    await expect(
      whenDatabaseServes(() => Promise.reject(new Error('a wrong migration')), waiting()),
    ).rejects.toThrow('a wrong migration');
  });
});
