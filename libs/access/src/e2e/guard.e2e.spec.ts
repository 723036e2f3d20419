import { Controller, Get } from '@nestjs/common';
import { IssuerUnavailableError } from '../token/trusted-issuer';
import { createTestIssuer, TestIssuer } from '../testing';
import { SampleController } from './sample.controller';
import { RunningApp, startApp } from './start-app';

describe('every route', () => {
  let issuer: TestIssuer;
  let running: RunningApp;

  beforeAll(async () => {
    issuer = await createTestIssuer();
    running = await startApp({ access: () => issuer.options, controllers: [SampleController] });
  });
  afterAll(() => running.stop());

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${running.url}/v1/samples/${path}`, { headers });

  it('needs a token, and says which kind', async () => {
    const answer = await get('any');
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="lueckenlos"');
    expect(answer.headers.get('content-type')).toMatch('application/problem+json');
    expect(await answer.json()).toMatchObject({
      status: 401,
      code: 'access.no-token',
      title: 'No access token',
    });
  });

  it('does not need one where it is public', async () => {
    expect((await get('open')).status).toBe(200);
    expect((await get('open', { authorization: 'Bearer nonsense' })).status).toBe(200);
    expect((await fetch(`${running.url}/health/live`)).status).toBe(200);
  });

  it.each([
    ['an expired token', 'access.expired-token', () => issuer.tokenFor('operator', { expiresIn: -60 })],
    [
      'a token for somebody else',
      'access.invalid-token',
      () => issuer.tokenFor('operator', { audience: 'x' }),
    ],
    ['a forged token', 'access.invalid-token', () => issuer.forged('operator')],
    ['no token at all', 'access.invalid-token', () => Promise.resolve('nonsense')],
  ])('refuses %s', async (_, code, make) => {
    const answer = await get('any', { authorization: `Bearer ${await make()}` });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="lueckenlos", error="invalid_token"');
    expect(await answer.json()).toMatchObject({ code });
  });

  it('names the scope that is missing, in the language of the reader', async () => {
    const headers = { ...(await issuer.bearer('coordinator')), 'accept-language': 'de' };
    const answer = await get('figures', headers);
    expect(answer.status).toBe(403);
    expect(answer.headers.get('www-authenticate')).toBe(
      'Bearer realm="lueckenlos", error="insufficient_scope", scope="figures:exact"',
    );
    expect(await answer.json()).toMatchObject({
      code: 'access.missing-scope',
      detail: 'Dafür ist der Scope figures:exact nötig, den das Token nicht enthält.',
    });
  });

  it('answers those who bear what it needs', async () => {
    expect((await get('any', await issuer.bearer('job-centre'))).status).toBe(200);
    expect((await get('inherited', await issuer.bearer('operator'))).status).toBe(200);
    expect((await get('either', await issuer.bearer('coordinator'))).status).toBe(200);
  });

  it('answers nobody while the issuer is away, and says when to come back', async () => {
    const trusted = {
      ...issuer.options.trusted,
      keys: () => Promise.reject(new IssuerUnavailableError('away')),
    };
    const blind = await startApp({ access: () => ({ trusted }), controllers: [SampleController] });
    const answer = await fetch(`${blind.url}/v1/samples/any`, { headers: await issuer.bearer('operator') });
    await blind.stop();
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('5');
    expect(await answer.json()).toMatchObject({ code: 'access.issuer-unavailable' });
  });
});

describe('a route that declares nothing', () => {
  @Controller('v1/forgotten')
  class ForgottenController {
    @Get(':id')
    read() {
      return {};
    }
  }

  it('keeps the process from starting, which says where it is', async () => {
    const { options } = await createTestIssuer();
    const start = startApp({ access: () => options, controllers: [SampleController, ForgottenController] });
    await expect(start).rejects.toThrow('GET /v1/forgotten/:id (ForgottenController.read)');
  });
});
