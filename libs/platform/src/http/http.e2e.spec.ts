import { problemOf } from '../testing/fixtures/problem-of';
import { startThings, type Things } from '../testing/fixtures/things';

describe('over HTTP', () => {
  let things: Things;
  let url: string;

  beforeAll(async () => {
    things = await startThings();
    ({ url } = things);
  });
  afterAll(() => things.stop());

  it.each([
    '/things/%00',
    '/things/%ff',
    '/things/%zz',
    '/things?limit=%00',
    '/things?limit=%c3',
    '/%',
    '/things/%ed%a0%80',
  ])('refuses the address %s', async (path) => {
    const document = await problemOf(await fetch(url + path));
    expect([document.status, document.code]).toEqual([400, 'platform.invalid-url']);
  });

  it('refuses a part of an address that no id can have', async () => {
    expect((await problemOf(await fetch(`${url}/things/${'a'.repeat(5000)}`))).status).toBe(400);
  });

  it('tells an unknown address from a wrong method', async () => {
    expect((await problemOf(await fetch(`${url}/nothing`))).code).toBe('platform.unknown-route');
    expect((await problemOf(await fetch(`${url}/things/missing`))).code).toBe('platform.not-found');
    const wrong = await fetch(`${url}/things`, { method: 'DELETE' });
    expect(wrong.headers.get('allow')).toBe('GET, HEAD, POST');
    expect((await problemOf(wrong)).code).toBe('platform.method-not-allowed');
  });

  it('speaks German to those who prefer it', async () => {
    const answer = await fetch(`${url}/nothing`, {
      headers: { 'accept-language': 'fr, de-DE;q=0.8, en;q=0.5' },
    });
    expect(answer.headers.get('content-language')).toBe('de');
    expect((await problemOf(answer)).title).toBe('Unbekannte Adresse');
  });

  it('keeps a sane correlation id and replaces any other', async () => {
    const ask = async (id: string) =>
      (await fetch(`${url}/things`, { headers: { 'x-correlation-id': id } })).headers.get('x-correlation-id');
    expect(await ask('visit-17')).toBe('visit-17');
    expect(await ask('a b')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('tells of an own mistake no more than that it happened, and logs no message that quotes data', async () => {
    const document = await problemOf(await fetch(`${url}/things/bug`));
    expect([document.status, document.code]).toEqual([500, 'platform.internal-error']);
    expect(JSON.stringify(document)).not.toContain('secret');
    expect(
      things.lines.some((line) => line.includes(document.instance) && line.includes('"level":"error"')),
    ).toBe(true);
  });

  it('logs neither addresses nor query strings', async () => {
    await fetch(`${url}/things/pseudonym-4711?area=somewhere`);
    expect(things.lines.join('')).not.toMatch(/pseudonym-4711|somewhere/);
    expect(things.lines.join('')).toContain('"route":"/things/:id"');
  });

  it('says whether it lives and whether it is ready', async () => {
    expect(await (await fetch(`${url}/health/live`)).json()).toEqual({ status: 'ok' });
    expect(await (await fetch(`${url}/health/ready`)).json()).toEqual({
      status: 'ok',
      checks: { database: { state: 'up' } },
    });
  });

  it('measures requests by route', async () => {
    await fetch(`${url}/things/pseudonym-4712`);
    const metrics = await (await fetch(`${url}/metrics`)).text();
    expect(metrics).toMatch(
      /http_request_duration_seconds_count\{method="GET",route="\/things\/:id",status="200"\}/,
    );
    expect(metrics).toContain('process_resident_memory_bytes');
    expect(metrics).not.toContain('pseudonym');
  });

  it('describes itself', async () => {
    const document = (await (await fetch(`${url}/openapi.json`)).json()) as { paths: object };
    expect(Object.keys(document.paths)).toContain('/things/{id}');
    expect((await fetch(`${url}/docs`)).status).toBe(200);
  });
});
