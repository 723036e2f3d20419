import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { ROLES } from '../identity/roles';
import { readPrivateJson, writePrivateJson } from './private-file';

/** A client that may fetch tokens from the built-in provider. */
export interface DemoClient {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly role: string;
  readonly scopes: readonly string[];
  readonly agency?: string;
}

/** The content of `demo-credentials.json`. */
export interface DemoCredentials {
  readonly issuer: string;
  readonly clients: readonly DemoClient[];
}

/** Where the demo clients' secrets lie in a data folder. */
export function demoCredentialsFile(dataDir: string): string {
  return join(dataDir, 'demo-credentials.json');
}

/**
 * The demo clients of a data folder. Secrets are made once and stay; roles and scopes follow the program, the
 * issuer follows the address of this start.
 */
export async function openDemoCredentials(dataDir: string, issuer: string): Promise<DemoCredentials> {
  const path = demoCredentialsFile(dataDir);
  const before = (await readPrivateJson(path)) as Partial<DemoCredentials> | undefined;
  const secrets = new Map(before?.clients?.map(({ clientId, clientSecret }) => [clientId, clientSecret]));
  const clients = ROLES.map(({ name, scopes, agency }) => ({
    clientId: name,
    clientSecret: secrets.get(name) ?? randomBytes(32).toString('base64url'),
    role: name,
    scopes,
    ...(agency === undefined ? {} : { agency }),
  }));
  const credentials = { issuer, clients };
  await writePrivateJson(path, credentials);
  return credentials;
}
