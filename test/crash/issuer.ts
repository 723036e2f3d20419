import { createTestIssuer } from '@lueckenlos/access/testing';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An issuer that processes of ours can ask for its keys. */
export interface HttpIssuer {
  readonly url: string;
  bearer(role: string): Promise<{ authorization: string }>;
  stop(): Promise<void>;
}

export async function startIssuer(): Promise<HttpIssuer> {
  const keys = await createTestIssuer();
  const server = createServer((request, response) => {
    const isDiscovery = request.url?.endsWith('/openid-configuration');
    response.end(JSON.stringify(isDiscovery ? { issuer: url(), jwks_uri: `${url()}/keys` } : keys.jwks));
  });
  const url = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: url(),
    bearer: (role) => keys.bearer(role, { issuer: url(), expiresIn: 86_400 }),
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
