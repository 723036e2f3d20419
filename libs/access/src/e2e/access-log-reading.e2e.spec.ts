import { parse } from 'csv-parse/sync';
import { AccessLogModule } from '../module/access-log.module';
import { createTestIssuer, TestIssuer } from '../testing';
import { SampleController } from './sample.controller';
import { RunningApp, startApp } from './start-app';

interface Entry {
  readonly id: string;
  readonly at: string;
  readonly client: string;
  readonly role: string;
  readonly purpose: string | null;
  readonly operation: string;
  readonly resource: string;
  readonly outcome: string;
}

interface Page {
  readonly entries: Entry[];
  readonly next: string | null;
}

describe('the access log, as the data-protection officer reads it', () => {
  let issuer: TestIssuer;
  let running: RunningApp;
  let now = new Date('2026-03-01T12:00:00.000Z');

  beforeAll(async () => {
    issuer = await createTestIssuer();
    running = await startApp({
      access: () => issuer.options,
      controllers: [SampleController],
      modules: [AccessLogModule],
      clock: () => now,
      environment: { LUECKENLOS_ACCESS_LOG_RETENTION: 'P99Y' },
    });
    await get('/v1/samples/figures', 'statistics-unit', { purpose: 'a, "b"' });
    await get('/v1/samples/positions', 'auditor');
    await get('/v1/samples/figures', 'coordinator');
    now = new Date('2026-03-02T12:00:00.000Z');
    await get('/v1/samples/positions', 'auditor');
  });
  afterAll(() => running.stop());

  const get = async (path: string, role: string, headers: Record<string, string> = {}) =>
    fetch(running.url + path, { headers: { ...(await issuer.bearer(role)), ...headers } });
  const read = (query = '', headers: Record<string, string> = {}) =>
    get(`/v1/access-log${query}`, 'data-protection', headers);
  const page = async (query = ''): Promise<Page> => (await (await read(query)).json()) as Page;

  it('tells who asked for what, when, why, and how it ended', async () => {
    const { entries, next } = await page('?limit=3');
    expect(entries).toEqual([
      {
        id: '1',
        at: '2026-03-01T12:00:00.000Z',
        client: 'statistics-unit',
        role: 'statistics-unit',
        agency: null,
        purpose: 'a, "b"',
        operation: 'read-figure',
        resource: '/v1/samples/figures',
        outcome: 'given',
      },
      expect.objectContaining({ id: '2', client: 'auditor', operation: 'read-log' }) as Entry,
      expect.objectContaining({
        id: '3',
        client: 'coordinator',
        outcome: 'refused:access.missing-scope',
      }) as Entry,
    ]);
    expect(next).toBe('3');
  });

  it('goes on behind the last entry', async () => {
    const ids: string[] = [];
    for (let after: string | null = '0'; after !== null && ids.length < 4;) {
      const { entries, next }: Page = await page(`?limit=1&after=${after}`);
      ids.push(...entries.map(({ id }) => id));
      after = next;
    }
    expect(ids).toEqual(['1', '2', '3', '4']);
    expect(await page('?after=999999')).toEqual({ entries: [], next: null });
  });

  it.each([
    ['role=auditor', ['2', '4']],
    ['client=coordinator', ['3']],
    ['operation=read-figure', ['1', '3']],
    ['from=2026-03-02T12:00:00Z&operation=read-log', ['4']],
    ['until=2026-03-02T12:00:00Z', ['1', '2', '3']],
    ['role=nobody', []],
  ])('gives only what is asked for: %s', async (query, ids) => {
    expect((await page(`?${query}`)).entries.map(({ id }) => id)).toEqual(ids);
  });

  it('comes as lines and as CSV, too, without a limit', async () => {
    const { entries } = await page('?until=2026-03-02T12:00:00Z');
    const lines = await read('?until=2026-03-02T12:00:00Z', { accept: 'application/x-ndjson' });
    expect(lines.headers.get('content-type')).toBe('application/x-ndjson');
    expect(
      (await lines.text())
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Entry),
    ).toEqual(entries);
    const csv = await read('?until=2026-03-02T12:00:00Z&format=csv');
    expect(csv.headers.get('content-type')).toContain('text/csv');
    const table = parse(await csv.text(), { columns: true });
    expect(table).toEqual(entries.map((entry) => ({ ...entry, agency: '', purpose: entry.purpose ?? '' })));
  });

  it('is itself logged, with what was asked for', async () => {
    await read('?role=auditor&client=x', { purpose: 'Kontrolle' });
    const { entries } = await page('?operation=read-access-log');
    expect(entries.at(-1)).toMatchObject({
      client: 'data-protection',
      role: 'data-protection',
      purpose: 'Kontrolle',
      resource: '/v1/access-log?client=x&role=auditor',
    });
  });

  it.each([
    ['from=2026-03-02T00:00:00Z&until=2026-03-01T00:00:00Z', 'access.span-reversed', '/until'],
    ['from=2026-03-02', 'platform.parameter-format', '/from'],
    ['limit=10001', 'platform.parameter-range', '/limit'],
    ['after=-1', 'platform.parameter-format', '/after'],
    ['format=xml', 'platform.parameter-choice', '/format'],
    ['who=me', 'platform.parameter-unknown', '/who'],
    ['role=a&role=b', 'platform.parameter-repeated', '/role'],
  ])('refuses %s', async (query, code, pointer) => {
    const answer = await read(`?${query}`);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code, errors: [{ code, pointer }] });
  });

  it('is for the data-protection officer only', async () => {
    for (const role of ['auditor', 'operator', 'statistics-unit', 'coordinator', 'youth-office']) {
      expect((await get('/v1/access-log', role)).status).toBe(403);
    }
  });
});
