import { createRemoteJWKSet, errors, JWTVerifyGetKey } from 'jose';
import { discoverKeysUrl } from './discovery';
import { IssuerUnavailableError, TrustedIssuer } from './trusted-issuer';

/** Trusts an OpenID issuer elsewhere. It is asked at the first token, so it may start later than we do. */
export function outsideIssuer(issuer: string, audience: string): TrustedIssuer {
  return { issuer: () => issuer, audience, keys: discoveredKeys(issuer) };
}

function discoveredKeys(issuer: string): JWTVerifyGetKey {
  let keySet: Promise<JWTVerifyGetKey> | undefined;
  const discover = () =>
    discoverKeysUrl(issuer).then((url) => createRemoteJWKSet(url, { timeoutDuration: 5_000 }));
  return async (header, token) => {
    // Requests that arrive while the issuer is being asked share the question; a failed one is asked again.
    keySet ??= discover().catch((error: unknown) => {
      keySet = undefined;
      throw error;
    });
    const keys = await keySet;
    try {
      return await keys(header, token);
    } catch (error) {
      throw isAboutTheToken(error) ? error : new IssuerUnavailableError('no keys', { cause: error });
    }
  };
}

/** A key that the issuer does not have is the token's fault; everything else is the issuer's. */
function isAboutTheToken(error: unknown): boolean {
  return (
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys ||
    error instanceof errors.JOSENotSupported
  );
}
