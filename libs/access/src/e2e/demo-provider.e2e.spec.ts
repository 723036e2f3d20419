import { readFile } from 'node:fs/promises';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { demoCredentialsFile, DemoCredentials } from '../demo-provider/demo-credentials';
import { DemoIssuer } from '../demo-provider/demo-issuer';
import { outsideIssuer } from '../token/outside-issuer';
import { RunningApp, startApp } from './start-app';

interface TokenAnswer {
  readonly access_token: string;
  readonly scope: string;
  readonly error: string;
}

describe('the built-in OpenID provider', () => {
  let running: RunningApp;
  let credentials: DemoCredentials;

  beforeAll(async () => {
    // It says that it would rather run on a newer Node; it runs on this one, as the tests below show.
    jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    running = await startApp({
      access: async (dataDir) => ({ trusted: await DemoIssuer.open(dataDir, 'lueckenlos') }),
    });
    credentials = JSON.parse(await readFile(demoCredentialsFile(running.dataDir), 'utf8')) as DemoCredentials;
  });
  afterAll(() => running.stop());

  const secretOf = (id: string): string =>
    credentials.clients.find(({ clientId }) => clientId === id)?.clientSecret ?? '';

  const ask = async (fields: Record<string, string>, headers: Record<string, string> = {}) => {
    const body = new URLSearchParams({ grant_type: 'client_credentials', ...fields });
    const answer = await fetch(`${running.url}/oidc/token`, { method: 'POST', body, headers });
    return { status: answer.status, body: (await answer.json()) as TokenAnswer };
  };

  const inBody = (id: string) => ({ client_id: id, client_secret: secretOf(id) });
  const basic = (id: string) => ({
    authorization: `Basic ${Buffer.from(`${id}:${secretOf(id)}`).toString('base64')}`,
  });

  it('is found by discovery, under the issuer that it puts into its file and its tokens', async () => {
    const answer = await fetch(`${running.url}/oidc/.well-known/openid-configuration`);
    const document = (await answer.json()) as { issuer: string; jwks_uri: string };
    expect(document.issuer).toBe(credentials.issuer);
    const { body } = await ask(inBody('auditor'));
    expect(decodeJwt(body.access_token).iss).toBe(credentials.issuer);
    expect(new URL(credentials.issuer).port).toBe(new URL(running.url).port);
  });

  it('gives a token for a secret in the body or as Basic, with all the client’s scopes', async () => {
    for (const { status, body } of [
      await ask(inBody('health-office')),
      await ask({}, basic('health-office')),
    ]) {
      expect(status).toBe(200);
      expect(body.scope).toBe('events:write');
      expect(decodeProtectedHeader(body.access_token)).toMatchObject({ alg: 'ES256' });
      expect(decodeJwt(body.access_token)).toMatchObject({
        aud: 'lueckenlos',
        client_id: 'health-office',
        role: 'health-office',
        agency: 'health-office',
        scope: 'events:write',
      });
    }
  });

  it('gives fewer scopes to whoever asks for fewer', async () => {
    const { body } = await ask({ ...inBody('statistics-unit'), scope: 'figures:read' });
    expect(decodeJwt(body.access_token).scope).toBe('figures:read');
  });

  it.each([
    [
      'a scope that is not the client’s',
      () => ({ ...inBody('coordinator'), scope: 'figures:exact' }),
      'invalid_scope',
    ],
    ['a wrong secret', () => ({ client_id: 'coordinator', client_secret: 'guess' }), 'invalid_client'],
    ['an unknown client', () => ({ client_id: 'nobody', client_secret: 'guess' }), 'invalid_client'],
    ['another service', () => ({ ...inBody('coordinator'), resource: 'urn:other' }), 'invalid_target'],
    ['another grant', () => ({ ...inBody('coordinator'), grant_type: 'password' }), 'unsupported_grant_type'],
  ])('refuses %s', async (_, fields, error) => {
    const { status, body } = await ask(fields());
    expect([status, body.error]).toEqual([error === 'invalid_client' ? 401 : 400, error]);
  });

  it('gives tokens that open what their role may do', async () => {
    const { body } = await ask(inBody('data-migration'));
    const answer = await fetch(`${running.url}/v1/me`, {
      headers: { authorization: `Bearer ${body.access_token}` },
    });
    expect(await answer.json()).toMatchObject({
      role: 'data-migration',
      scopes: ['events:backfill', 'events:write'],
      maySend: { stages: ['*'] },
    });
  });

  it('publishes the keys that another process needs to check its tokens', async () => {
    const { body } = await ask(inBody('auditor'));
    const here = credentials.issuer;
    const other = await startApp({ access: () => ({ trusted: outsideIssuer(here, 'lueckenlos') }) });
    const answer = await fetch(`${other.url}/v1/me`, {
      headers: { authorization: `Bearer ${body.access_token}` },
    });
    await other.stop();
    expect(answer.status).toBe(200);
  });

  it.each(['/oidc', '/oidc/auth', '/oidc/token', '/oidc/nothing'])('has no page at %s', async (path) => {
    const answer = await fetch(running.url + path);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toMatch('application/problem+json');
  });
});
