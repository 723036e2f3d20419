import { loadConfig } from '@lueckenlos/platform/config';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { usageError } from '../errors/cli-error';
import type { Credentials } from './credentials';
import type { ServerOptions } from './server-options.type';

const NONE = {
  en: 'Who are you? Give --client NAME, or --client-id with a secret, or set LUECKENLOS_CLIENT_ID and LUECKENLOS_CLIENT_SECRET.',
  de: 'Wer sind Sie? Nötig ist --client NAME, oder --client-id mit einem Geheimnis, oder LUECKENLOS_CLIENT_ID und LUECKENLOS_CLIENT_SECRET.',
};
const NO_SECRET = {
  en: 'The client {client} has no secret: give --client-secret or set LUECKENLOS_CLIENT_SECRET.',
  de: 'Zu {client} fehlt das Geheimnis: --client-secret angeben oder LUECKENLOS_CLIENT_SECRET setzen.',
};
const NO_NAME = {
  en: '--credentials holds several clients: say which by --client NAME.',
  de: '--credentials enthält mehrere Clients: mit --client NAME einen wählen.',
};
const UNREADABLE = {
  en: 'Cannot read credentials from {file}.',
  de: 'Aus {file} lassen sich keine Zugangsdaten lesen.',
};
const UNKNOWN = {
  en: '{file} has no client {client}. It has: {known}.',
  de: '{file} enthält keinen Client {client}. Enthalten sind: {known}.',
};

/** The content of `demo-credentials.json`. */
interface CredentialsFile {
  readonly issuer: string;
  readonly clients: readonly { readonly clientId: string; readonly clientSecret: string }[];
}

/** Options come before files, files before the environment. Without an issuer the server's own one is asked. */
export async function findCredentials(
  { clientId, clientSecret, client, credentials, issuer, url }: ServerOptions & { readonly url: string },
  environment: NodeJS.ProcessEnv,
): Promise<Credentials> {
  const given = issuer ?? (environment['OIDC_ISSUER'] || `${url}/oidc`);
  const secret = clientSecret ?? environment['LUECKENLOS_CLIENT_SECRET'];
  if (clientId !== undefined) return withSecret(clientId, secret, given);
  if (client !== undefined) return fromFile(client, credentials ?? defaultFile(environment), issuer);
  if (credentials !== undefined) throw usageError(NO_NAME);
  const name = environment['LUECKENLOS_CLIENT_ID'];
  if (!name) throw usageError(NONE);
  return withSecret(name, secret, given);
}

function withSecret(clientId: string, clientSecret: string | undefined, issuer: string): Credentials {
  if (!clientSecret) throw usageError(NO_SECRET, { client: clientId });
  return { clientId, clientSecret, issuer };
}

async function fromFile(client: string, file: string, issuer?: string): Promise<Credentials> {
  const content = await readCredentials(file);
  const found = content.clients.find(({ clientId }) => clientId === client);
  if (!found) {
    const known = content.clients.map(({ clientId }) => clientId).join(', ');
    throw usageError(UNKNOWN, { file, client, known });
  }
  return { clientId: client, clientSecret: found.clientSecret, issuer: issuer ?? content.issuer };
}

async function readCredentials(file: string): Promise<CredentialsFile> {
  try {
    const content = JSON.parse(await readFile(file, 'utf8')) as CredentialsFile;
    if (Array.isArray(content.clients) && typeof content.issuer === 'string') return content;
  } catch {
    // An error text of the parser could quote a secret.
  }
  throw usageError(UNREADABLE, { file });
}

/** Where `npm start` writes them. */
function defaultFile(environment: NodeJS.ProcessEnv): string {
  return join(loadConfig(environment).dataDir, 'demo-credentials.json');
}
