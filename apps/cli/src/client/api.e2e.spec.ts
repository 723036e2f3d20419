import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startIssuer, type CountingIssuer } from '../testing/issuer';
import { Api } from './api';
import { TokenSource } from './token-source';

let issuer: CountingIssuer;
let server: Server;
let accepted: string;
let body: string;

beforeEach(async () => {
  issuer = await startIssuer();
  body = '{"well": true}';
  server = createServer((request, response) => {
    response.statusCode = request.headers.authorization === `Bearer ${accepted}` ? 200 : 401;
    response.end(body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await issuer.stop();
});

function api(): Api {
  const credentials = { clientId: 'me', clientSecret: 'mine', issuer: issuer.url };
  const { port } = server.address() as AddressInfo;
  return new Api(`http://127.0.0.1:${port}`, new TokenSource(credentials, 'en'), 'en');
}

describe('a server', () => {
  it('that no longer takes a token is asked again with a new one, during a long wait', async () => {
    const server = api();
    accepted = 'token-1';
    await server.json('/v1/imports/1');
    accepted = 'token-2';
    expect(await server.json('/v1/imports/1')).toEqual({ well: true });
  });

  it('that takes no token at all is asked twice, not for ever', async () => {
    accepted = 'none';
    await expect(api().json('/v1/me')).rejects.toThrow('HTTP 401');
    expect(issuer.asked).toHaveLength(2);
  });

  it('that is somebody else’s is told by its answer', async () => {
    accepted = 'token-1';
    body = '<h1>Welcome</h1>';
    await expect(api().json('/v1/me')).rejects.toThrow('is no JSON');
  });
});
