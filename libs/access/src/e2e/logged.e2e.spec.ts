import { createTestIssuer, TestIssuer } from '../testing';
import { SampleController } from './sample.controller';
import { RunningApp, startApp } from './start-app';

const now = new Date('2026-03-01T12:00:00.000Z');

describe('a logged route', () => {
  let issuer: TestIssuer;
  let running: RunningApp;

  beforeAll(async () => {
    issuer = await createTestIssuer({ clock: () => now });
    const access = () => issuer.options;
    running = await startApp({ access, controllers: [SampleController], clock: () => now });
  });
  afterAll(() => running.stop());

  const get = async (path: string, role: string, headers: Record<string, string> = {}) =>
    fetch(`${running.url}/v1/samples/${path}`, { headers: { ...(await issuer.bearer(role)), ...headers } });

  const entries = async () =>
    (await running.pool.query<Record<string, unknown>>('SELECT * FROM access.access_log ORDER BY id')).rows;

  it('writes down who read which figure, when and why', async () => {
    // What curl sends: the bytes of UTF-8.
    const purpose = Buffer.from('Prüfung der Kita-Zahlen').toString('latin1');
    const answer = await get('figures', 'statistics-unit', { purpose });
    expect(await answer.json()).toEqual({ rows: [1, 2, 3] });
    expect((await entries()).at(-1)).toMatchObject({
      at: now,
      client_id: 'statistics-unit',
      role: 'statistics-unit',
      agency: null,
      purpose: 'Prüfung der Kita-Zahlen',
      operation: 'read-figure',
      resource: '/v1/samples/figures',
      outcome: 'given',
    });
  });

  it('may name what was read by the answer', async () => {
    await get('positions', 'auditor');
    expect((await entries()).at(-1)).toMatchObject({
      operation: 'read-log',
      resource: 'log/1-17',
      purpose: null,
    });
  });

  it.each([
    ['a rule refused', 'refused', 'statistics-unit', 403, 'refused:access.no-agency'],
    ['we failed to give', 'broken', 'statistics-unit', 500, 'failed'],
    ['the role may not read', 'figures', 'coordinator', 403, 'refused:access.missing-scope'],
  ])('writes down who asked in vain for what %s', async (_, path, role, status, outcome) => {
    const before = await entries();
    expect((await get(path, role)).status).toBe(status);
    const after = await entries();
    expect(after).toHaveLength(before.length + 1);
    expect(after.at(-1)).toMatchObject({ client_id: role, operation: 'read-figure', outcome });
  });

  it('refuses a purpose that cannot be kept, before anything is read', async () => {
    const before = await entries();
    const answer = await get('figures', 'statistics-unit', { purpose: 'x'.repeat(501) });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: 'access.bad-purpose' });
    expect(await entries()).toEqual(before);
  });

  it('answers nothing that cannot be written down', async () => {
    const access = () => issuer.options;
    const unlogged = await startApp({
      access,
      controllers: [SampleController],
      clock: () => now,
      migrations: [],
    });
    const headers = await issuer.bearer('statistics-unit');
    const answer = await fetch(`${unlogged.url}/v1/samples/figures`, { headers });
    const body = await answer.text();
    await unlogged.stop();
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('5');
    expect(body).toContain('access.log-unavailable');
    expect(body).not.toContain('rows');
  });
});
