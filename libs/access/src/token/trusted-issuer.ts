import { JWTVerifyGetKey } from 'jose';

/** Injects the {@link TrustedIssuer}. */
export const TRUSTED_ISSUER = Symbol('TRUSTED_ISSUER');

/** Whose tokens count. */
export interface TrustedIssuer {
  /** What tokens must name as `iss`; the demo provider knows it once the port is chosen. */
  issuer(): string;
  /** What tokens must name as `aud`. */
  readonly audience: string;
  /** Finds the key that a token was signed with. Throws {@link IssuerUnavailableError} where it cannot ask. */
  readonly keys: JWTVerifyGetKey;
}

/** The issuer cannot be asked for its keys: nobody's fault who sends a token. */
export class IssuerUnavailableError extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(`The token issuer cannot be used: ${reason}`, options);
    this.name = 'IssuerUnavailableError';
  }
}
