import { IncomingMessage, ServerResponse } from 'node:http';
import { AddressInfo } from 'node:net';
import { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AccessOptions } from '../module/access-options';
import { DemoCredentials, openDemoCredentials } from './demo-credentials';
import { DemoIssuer } from './demo-issuer';
import { createDemoProvider } from './provider';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** The built-in provider of a running application. */
export interface DemoProvider {
  /** Resolves when the provider answers and `demo-credentials.json` is written: at once, or with port 0 after `listen`. */
  readonly credentials: Promise<DemoCredentials>;
}

/**
 * Serves the built-in OpenID provider under `/oidc`: after `createHttpApp`, before `listen`. Undefined where an
 * outside issuer is trusted. Tokens bear the public address; with port 0 it is known only once we listen.
 */
export async function mountDemoProvider(
  app: NestFastifyApplication,
  { trusted }: Pick<AccessOptions, 'trusted'>,
  publicUrl: string,
): Promise<DemoProvider | undefined> {
  if (!(trusted instanceof DemoIssuer)) return undefined;
  const chosenByListening = /:0$/.test(publicUrl);
  const address = chosenByListening ? addressOf(app, publicUrl) : Promise.resolve(publicUrl);
  const started = address.then((known) => start(trusted, `${known}/oidc`));
  app.use('/oidc', (request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void) => {
    if (!isOffered(request)) return next();
    started.then(({ handle }) => handle(request, response)).catch(next);
  });
  if (!chosenByListening) await started;
  return { credentials: started.then(({ credentials }) => credentials) };
}

async function start(
  demo: DemoIssuer,
  issuer: string,
): Promise<{ credentials: DemoCredentials; handle: Handler }> {
  const credentials = await openDemoCredentials(demo.dataDir, issuer);
  const provider = await createDemoProvider(credentials, demo.audience, demo.signingKeys);
  const callback = provider.callback();
  demo.standsAt(issuer);
  return { credentials, handle: (request, response) => void callback(request, response) };
}

/** What the provider is asked. The rest of OpenID is left to the application, which knows no such address. */
const OFFERED: Readonly<Record<string, readonly string[]>> = {
  '/.well-known/openid-configuration': ['GET', 'HEAD'],
  '/jwks': ['GET', 'HEAD'],
  '/token': ['POST'],
};

function isOffered({ method = '', url = '' }: IncomingMessage): boolean {
  const path = url.split('?', 1)[0] ?? '';
  return OFFERED[path]?.includes(method) ?? false;
}

/** The public address with the port that the system picked, once it has. */
function addressOf(app: NestFastifyApplication, publicUrl: string): Promise<string> {
  const server = app.getHttpServer();
  return new Promise((resolve) => {
    server.once('listening', () => {
      const { port } = server.address() as AddressInfo;
      resolve(publicUrl.replace(/:0$/, `:${port}`));
    });
  });
}
