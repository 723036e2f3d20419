import { createTestIssuer } from '@lueckenlos/access/testing';
import { until } from '@lueckenlos/platform/testing';
import { example } from '../chain-small/example';
import { jsonOf } from './json';
import { startSystem, type RunningSystem } from './start-system';

jest.setTimeout(60_000);

const HOUR = 3_600_000;

interface Receipt {
  readonly position: string;
  readonly recordedAt: string;
}

describe('a clock that jumps', () => {
  let system: RunningSystem;
  let shift = 0;
  const clock = (): Date => new Date(Date.now() + shift);
  const now = (): string => clock().toISOString();

  beforeAll(async () => {
    system = await startSystem({}, await createTestIssuer({ clock }), clock);
    await jsonOf(await system.send('statistics-unit', 'PUT', '/v1/areas/example', example.areas), 201);
    await jsonOf(await system.send('statistics-unit', 'PUT', '/v1/chains/example', example.chain), 201);
  });
  afterEach(() => {
    shift = 0;
  });
  afterAll(() => system.stop());

  const post = (subject: string, knownat?: string): Promise<Response> => {
    const event = {
      specversion: '1.0',
      id: `birth of ${subject}`.replaceAll(' ', '-'),
      source: '/agencies/data-migration',
      type: 'lueckenlos.stage-reached.v1',
      subject,
      ...(knownat === undefined ? {} : { knownat }),
      data: { stage: 'birth', occurredOn: '2015-01' },
    };
    return system.send('data-migration', 'POST', '/v1/events', event, {
      type: 'application/cloudevents+json',
    });
  };
  const children = async (query: string): Promise<number> => {
    const path = `/v1/drop-offs?chain=example&asOf=2016-06&${query}`;
    const answer = await system.send('statistics-unit', 'GET', path);
    const { scope } = await jsonOf<{ scope: Record<string, number> }>(answer);
    return Object.values(scope).reduce((sum, n) => sum + n, 0);
  };

  it('back changes what is noted as arrival and nothing about the order of the log', async () => {
    const before = await jsonOf<Receipt>(await post('before'), 201);
    shift = -HOUR;
    const after = await jsonOf<Receipt>(await post('after'), 201);
    expect(BigInt(after.position)).toBe(BigInt(before.position) + 1n);
    expect(after.recordedAt < before.recordedAt).toBe(true);
    expect(await children(`minPosition=${after.position}`)).toBe(2);
  });

  it('ahead leaves its events out of earlier known-before instants until these have come', async () => {
    const counted = await children('');
    shift = HOUR;
    const { position } = await jsonOf<Receipt>(await post('ahead'), 201);
    shift = 0;
    expect(await children(`minPosition=${position}`)).toBe(counted + 1);
    expect(await children(`knownBefore=${now()}`)).toBe(counted);
  });

  it('lets nobody know something later than now, by the clock as it is', async () => {
    const stated = now();
    shift = -HOUR;
    expect((await post('honest', stated)).status).toBe(422);
    shift = 0;
    await jsonOf(await post('honest', stated), 201);
  });

  it('is told by the health, and by a line of the log when it begins, and keeps nobody away', async () => {
    shift = 2 * HOUR;
    const answer = await fetch(`${system.url}/health/ready`);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      checks: { database: { state: 'degraded', code: 'platform.clock-skew' } },
    });
    shift = 0;
    await until(async () => {
      const { checks } = (await (await fetch(`${system.url}/health/ready`)).json()) as {
        checks: { database: { state: string } };
      };
      return checks.database.state === 'up';
    });
  });
});
