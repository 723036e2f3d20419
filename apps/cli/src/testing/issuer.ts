import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What an issuer of a test does. */
export interface IssuerSettings {
  readonly expiresIn?: number;
  /** What it offers for clients to prove who they are; nothing said is Basic (RFC 8414). */
  readonly methods?: readonly string[];
  readonly refuses?: { readonly error: string; readonly error_description: string };
}

/** An OpenID issuer that counts: `token-1`, `token-2` … */
export interface CountingIssuer {
  readonly url: string;
  /** How the clients said who they are, one entry for each token asked for. */
  readonly asked: { readonly authorization: string | undefined; readonly body: string }[];
  stop(): Promise<void>;
}

export async function startIssuer(settings: IssuerSettings = {}): Promise<CountingIssuer> {
  const { expiresIn = 3_600, methods, refuses } = settings;
  const asked: CountingIssuer['asked'] = [];
  let url = '';
  const server = createServer((request, response) => {
    void textOf(request).then((body) => {
      response.setHeader('content-type', 'application/json');
      if (request.url === '/realm/.well-known/openid-configuration') {
        const supported = methods && { token_endpoint_auth_methods_supported: methods };
        return response.end(JSON.stringify({ issuer: url, token_endpoint: `${url}/token`, ...supported }));
      }
      asked.push({ authorization: request.headers.authorization, body });
      response.statusCode = refuses ? 401 : 200;
      const token = { access_token: `token-${asked.length}`, token_type: 'Bearer', expires_in: expiresIn };
      response.end(JSON.stringify(refuses ?? token));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/realm`;
  return {
    url,
    asked,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}
