import { EVENT_STORE, type EventStore, type StoredEvent } from '@lueckenlos/event-store';
import { until } from '@lueckenlos/platform/testing';
import { get } from 'node:http';
import { example } from '../chain-small/example';
import { headOf, importLines } from './deliver';
import { jsonOf } from './json';
import { startSystem, type RunningSystem } from './start-system';

jest.setTimeout(120_000);

interface Line {
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject?: string;
  readonly position: string;
  readonly stream: string;
  readonly recordedAt: string;
  readonly knownAt: string;
  readonly data: Readonly<Record<string, unknown>>;
}

describe('the log, as an auditor reads it', () => {
  const sent = example.lines().slice(0, 3_000);
  let system: RunningSystem;

  beforeAll(async () => {
    system = await startSystem();
    await jsonOf(await system.send('statistics-unit', 'PUT', '/v1/areas/example', example.areas), 201);
    await jsonOf(await system.send('statistics-unit', 'PUT', '/v1/chains/example', example.chain), 201);
    await importLines(system, sent);
  });
  afterAll(() => system.stop());

  const read = async (path: string): Promise<Line[]> => {
    const answer = await system.send('auditor', 'GET', path);
    expect(answer.headers.get('content-type')).toBe('application/x-ndjson');
    const lines = (await answer.text()).split('\n');
    expect(lines.pop()).toBe('');
    return lines.map((line) => JSON.parse(line) as Line);
  };

  it('holds everything that was sent, as it was sent, and what the system recorded, in order', async () => {
    const log = await read('/v1/log');
    expect(log.at(-1)?.position).toBe(await headOf(system));
    expect(log.map(({ position }) => BigInt(position))).toEqual(log.map((_, i) => BigInt(i + 1)));
    const [areas, chain, ...events] = log;
    expect([areas?.type, chain?.type]).toEqual([
      'lueckenlos.areas-defined.v1',
      'lueckenlos.chain-defined.v1',
    ]);
    const wanted = new Map(
      sent.map((line) => {
        const { id, subject, knownat } = JSON.parse(line) as { id: string; subject: string; knownat: string };
        return [id, { subject, knownAt: new Date(knownat).toISOString() }];
      }),
    );
    expect(new Map(events.map(({ id, subject, knownAt }) => [id, { subject, knownAt }]))).toEqual(wanted);
    expect(events).toHaveLength(wanted.size);
  });

  it('is the same to the byte whenever the same part is read, in one piece or two', async () => {
    const text = async (query: string): Promise<string> =>
      (await system.send('auditor', 'GET', `/v1/log?${query}`)).text();
    const whole = await text('upTo=2500');
    expect(await text('upTo=2500')).toBe(whole);
    expect((await text('upTo=1200')) + (await text('after=1200&upTo=2500'))).toBe(whole);
  });

  it('is read on from the last position, in pieces as large as one likes', async () => {
    const whole = await read('/v1/log');
    const pieces: Line[] = [];
    for (;;) {
      const piece = await read(`/v1/log?after=${pieces.at(-1)?.position ?? 0}&limit=1001`);
      if (piece.length === 0) break;
      expect(piece.length).toBeLessThanOrEqual(1_001);
      pieces.push(...piece);
    }
    expect(pieces).toEqual(whole);
  });

  it('has each stream for itself', async () => {
    const whole = await read('/v1/log');
    const stream = whole.at(-1)?.stream ?? '';
    expect(await read(`/v1/streams/${stream}`)).toEqual(whole.filter((line) => line.stream === stream));
    expect((await system.send('auditor', 'GET', '/v1/streams/none')).status).toBe(404);
  });

  it.each<[string, (line: Line) => boolean]>([
    ['type=lueckenlos.died.v1', ({ type }) => type === 'lueckenlos.died.v1'],
    ['type=moved-in,moved-out', ({ type }) => /moved-(in|out)/.test(type)],
    ['agency=lueckenlos', ({ source }) => source === '/lueckenlos'],
    ['agency=data-migration&type=corrected', ({ type }) => type === 'lueckenlos.corrected.v1'],
    ['agency=youth-office', () => false],
    ['knownFrom=2012-01-01T00:00:00Z', ({ knownAt }) => knownAt >= '2012'],
    [
      'knownFrom=2008-01-01T00:00:00Z&knownBefore=2010-01-01T00:00:00Z&type=stage-reached',
      ({ knownAt, type }) => knownAt >= '2008' && knownAt < '2010' && type.includes('stage-reached'),
    ],
    ['recordedBefore=2020-01-01T00:00:00Z', () => false],
    ['recordedFrom=2020-01-01T00:00:00Z', () => true],
  ])('gives only what is asked for: %s', async (query, wanted) => {
    const whole = await read('/v1/log');
    expect(await read(`/v1/log?${query}`)).toEqual(whole.filter(wanted));
  });

  it('tells how far one has read, also where nothing fits', async () => {
    const head = await headOf(system);
    const none = await system.send('auditor', 'GET', '/v1/log?agency=youth-office');
    expect([none.headers.get('lueckenlos-position'), await none.text()]).toEqual([head, '']);
    const part = await system.send('auditor', 'GET', '/v1/log?after=5&upTo=1200&agency=youth-office');
    expect(part.headers.get('lueckenlos-position')).toBe('1200');
    expect((await read('/v1/log?after=5&upTo=7')).map(({ position }) => position)).toEqual(['6', '7']);
  });

  it('is read on under a filter in pieces', async () => {
    const query = 'type=moved-in';
    const whole = await read(`/v1/log?${query}`);
    const pieces: Line[] = [];
    for (;;) {
      const piece = await read(`/v1/log?${query}&limit=7&after=${pieces.at(-1)?.position ?? 0}`);
      pieces.push(...piece);
      if (piece.length < 7) break;
    }
    expect(whole.length).toBeGreaterThan(14);
    expect(pieces).toEqual(whole);
  });

  it('comes compressed to whoever takes it', async () => {
    const compressed = await system.send('auditor', 'GET', '/v1/log', undefined, {
      headers: { 'accept-encoding': 'gzip' },
    });
    const plain = await system.send('auditor', 'GET', '/v1/log', undefined, {
      headers: { 'accept-encoding': 'identity' },
    });
    expect(compressed.headers.get('content-encoding')).toBe('gzip');
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await compressed.text()).toBe(await plain.text());
  });

  it.each([
    ['after=99999999', 422, 'replay.position-beyond-head', '/after'],
    ['upTo=99999999', 422, 'replay.position-beyond-head', '/upTo'],
    ['type=born', 422, 'replay.unknown-type', '/type'],
    ['agency=fire-brigade', 422, 'replay.unknown-agency', '/agency'],
    ['after=7&upTo=6', 400, 'replay.span-reversed', '/upTo'],
    [
      'knownFrom=2012-01-01T00:00:00Z&knownBefore=2012-01-01T00:00:00Z',
      400,
      'replay.span-reversed',
      '/knownBefore',
    ],
    ['recordedFrom=yesterday', 400, 'platform.parameter-format', '/recordedFrom'],
    ['type=', 400, 'platform.parameter-format', '/type'],
    ['type=died&type=born', 400, 'platform.parameter-repeated', '/type'],
    ['until=2020', 400, 'platform.parameter-unknown', '/until'],
  ])('refuses %s', async (query, status, code, pointer) => {
    const answer = await system.send('auditor', 'GET', `/v1/log?${query}`);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ code, errors: [{ code, pointer }] });
  });

  it('names what is valid where a name is unknown', async () => {
    const answer = await system.send('auditor', 'GET', '/v1/log?type=born,died&agency=x,lueckenlos');
    const { errors } = (await answer.json()) as { errors: { detail: string }[] };
    expect(errors.map(({ detail }) => detail)).toEqual([
      expect.stringContaining('lueckenlos.release-withdrawn.v1') as string,
      expect.stringContaining('youth-office') as string,
    ]);
  });

  it('is read no further once the reader has left', async () => {
    const store = system.app.get<EventStore>(EVENT_STORE);
    const [event] = (await store.readAll(0n, 1)) as [StoredEvent];
    const endless = (after: bigint): StoredEvent[] =>
      Array.from({ length: 1_000 }, (_, at) => ({ ...event, position: after + BigInt(at + 1) }));
    const head = jest.spyOn(store, 'head').mockResolvedValue(10n ** 15n);
    const readAll = jest
      .spyOn(store, 'readAll')
      .mockImplementation((after) => Promise.resolve(endless(after)));
    const headers = { authorization: `Bearer ${await system.token('auditor')}` };
    await new Promise<void>((resolve) => {
      get(`${system.url}/v1/log`, { headers }, (answer) => {
        answer.once('data', () => {
          answer.destroy();
          resolve();
        });
      });
    });
    let before = -1;
    await until(() => {
      const still = readAll.mock.calls.length === before;
      before = readAll.mock.calls.length;
      return still;
    });
    head.mockRestore();
    readAll.mockRestore();
  });

  it('leaves no pseudonym in the access log of its reading', async () => {
    const [line] = (await read('/v1/log?after=100&limit=1')).slice(-1);
    await read(`/v1/streams/${line?.stream}`);
    const { rows } = await system.pool.query<{ operation: string; resource: string }>(
      `SELECT operation, resource FROM access.access_log WHERE client_id = 'auditor' ORDER BY id DESC LIMIT 2`,
    );
    expect(rows).toEqual([
      { operation: 'read-stream', resource: '/v1/streams/case' },
      { operation: 'read-log', resource: '/v1/log?after=100&limit=1' },
    ]);
  });

  it('is for auditors only', async () => {
    for (const role of ['coordinator', 'statistics-unit', 'youth-office', 'operator']) {
      expect((await system.send(role, 'GET', '/v1/log')).status).toBe(403);
    }
  });
});
