import { createLocalJWKSet, JSONWebKeySet, JWTVerifyGetKey } from 'jose';
import { IssuerUnavailableError, TrustedIssuer } from '../token/trusted-issuer';
import { openSigningKeys, publicKeys } from './signing-keys';

/**
 * Trusts the built-in provider of the same process. Tokens are checked against its keys directly: a process
 * that asked itself over HTTP would depend on the order in which it starts.
 */
export class DemoIssuer implements TrustedIssuer {
  readonly keys: JWTVerifyGetKey;
  private known: string | undefined;

  private constructor(
    readonly dataDir: string,
    readonly audience: string,
    readonly signingKeys: JSONWebKeySet,
  ) {
    this.keys = createLocalJWKSet(publicKeys(signingKeys));
  }

  static async open(dataDir: string, audience: string): Promise<DemoIssuer> {
    return new DemoIssuer(dataDir, audience, await openSigningKeys(dataDir));
  }

  issuer(): string {
    if (this.known === undefined) throw new IssuerUnavailableError('the built-in provider has not started');
    return this.known;
  }

  /** Called once, as soon as the address is known. */
  standsAt(issuer: string): void {
    this.known = issuer;
  }
}
