import { IncomingMessage, ServerResponse } from 'node:http';
import { AddressInfo } from 'node:net';
import { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AccessOptions } from '../module/access-options';
import { DemoCredentials, openDemoCredentials } from './demo-credentials';
import { DemoIssuer } from './demo-issuer';
import { createDemoProvider } from './provider';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Serves the built-in OpenID provider under `/oidc`: after `NestFactory.create`, before `listen`. Does nothing
 * where an outside issuer is trusted. With a public address the credentials lie in the data folder when this
 * resolves; where the port is chosen by listening (port 0), as soon as it is known.
 */
export async function mountDemoProvider(
  app: NestFastifyApplication,
  { trusted }: Pick<AccessOptions, 'trusted'>,
  publicUrl: string,
): Promise<void> {
  if (!(trusted instanceof DemoIssuer)) return;
  const chosenByListening = /:0$/.test(publicUrl);
  const started = (chosenByListening ? addressOf(app, publicUrl) : Promise.resolve(publicUrl)).then(
    (address) => start(trusted, `${address}/oidc`),
  );
  app.use('/oidc', (request: IncomingMessage, response: ServerResponse, next: (error: unknown) => void) => {
    started.then((handle) => handle(request, response)).catch(next);
  });
  if (!chosenByListening) await started;
}

async function start(demo: DemoIssuer, issuer: string): Promise<Handler> {
  const credentials: DemoCredentials = await openDemoCredentials(demo.dataDir, issuer);
  const handle = createDemoProvider(credentials, demo.audience, demo.signingKeys).callback();
  demo.standsAt(issuer);
  return (request, response) => void handle(request, response);
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
