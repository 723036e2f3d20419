import { IssuerUnavailableError } from './trusted-issuer';

const TIMEOUT_MS = 5_000;

/** Where an OpenID issuer publishes its keys, by its discovery document. */
export async function discoverKeysUrl(issuer: string): Promise<URL> {
  const document = await readDocument(issuer);
  // An issuer that calls itself something else could vouch for tokens of somebody else (OpenID discovery 4.3).
  if (document.issuer !== issuer)
    throw new IssuerUnavailableError('its discovery document names another issuer');
  if (typeof document.jwks_uri !== 'string' || !URL.canParse(document.jwks_uri)) {
    throw new IssuerUnavailableError('its discovery document has no jwks_uri');
  }
  return new URL(document.jwks_uri);
}

async function readDocument(issuer: string): Promise<{ issuer?: unknown; jwks_uri?: unknown }> {
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  try {
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (!response.ok) throw new Error(`status ${response.status}`);
    return (await response.json()) ?? {};
  } catch (error) {
    throw new IssuerUnavailableError('no discovery document', { cause: error });
  }
}
