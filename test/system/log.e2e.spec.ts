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
