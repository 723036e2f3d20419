import type { Fault } from '../problems/problem-definition';
import { startThings, type Things } from '../testing/fixtures/things';
import { HealthRegistry } from './health-registry';

interface Answer {
  readonly detail?: string;
  readonly checks: Record<string, unknown>;
}

const full = Object.assign(new Error('no room for a secret'), { code: '53100', severity: 'ERROR' });

describe('the health of a process', () => {
  let things: Things;
  let check: () => Promise<Fault | undefined>;

  beforeAll(async () => {
    things = await startThings();
    things.app.get(HealthRegistry).add('projections', () => check());
  });
  afterAll(() => things.stop());

  const ready = async (language = 'en'): Promise<[number, string | null, Answer]> => {
    const answer = await fetch(`${things.url}/health/ready`, { headers: { 'accept-language': language } });
    return [answer.status, answer.headers.get('retry-after'), (await answer.json()) as Answer];
  };
  const told = (text: string): number => things.lines.filter((line) => line.includes(text)).length;

  it('names the part that does not work, with a code and a reason, and nothing of its error', async () => {
    check = () => Promise.reject(full);
    const [status, retryAfter, { detail, checks }] = await ready();
    expect([status, retryAfter, detail]).toEqual([503, '5', 'Not ready: projections.']);
    expect(checks).toMatchObject({
      database: { state: 'up' },
      projections: { state: 'down', code: 'platform.database-full' },
    });
    expect((await ready('de'))[2].checks).toMatchObject({
      projections: { reason: expect.stringContaining('keinen Platz') as string },
    });
    expect(JSON.stringify(checks)).not.toContain('secret');
    expect(things.lines.join('')).not.toContain('secret');
  });

  it('logs an outage when it begins and when it is over, however often anybody asks', async () => {
    check = () => Promise.reject(full);
    await ready();
    await ready();
    check = () => Promise.resolve(undefined);
    expect((await ready())[0]).toBe(200);
    await ready();
    expect([told('Waits and tries again'), told('Goes on')]).toEqual([1, 1]);
  });

  it('shows what somebody should look at, and keeps nobody away for it', async () => {
    check = () => Promise.resolve({ code: 'platform.clock-skew', params: { seconds: 7 } });
    const [status, , { checks }] = await ready();
    expect(status).toBe(200);
    expect(checks).toMatchObject({ projections: { state: 'degraded', code: 'platform.clock-skew' } });
  });
});
