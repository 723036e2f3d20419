import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, Clock, LOGGER, ProblemError } from '@lueckenlos/platform';
import { errors, JWTPayload, jwtVerify } from 'jose';
import { Logger } from 'pino';
import { challenge } from '../guard/bearer';
import { Identity } from '../identity/identity';
import { identityFrom } from './claims';
import { IssuerUnavailableError, TRUSTED_ISSUER, TrustedIssuer } from './trusted-issuer';

/** Signatures that only the issuer can make. A shared secret would let every verifier issue tokens. */
const ALGORITHMS = [
  'ES256',
  'ES384',
  'ES512',
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'EdDSA',
  'Ed25519',
];
const CLOCK_TOLERANCE_SECONDS = 5;
const RETRY_AFTER_SECONDS = 5;

/** Turns an access token into an {@link Identity}, or says why not. */
@Injectable()
export class TokenVerifier {
  constructor(
    @Inject(TRUSTED_ISSUER) private readonly trusted: TrustedIssuer,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async verify(token: string): Promise<Identity> {
    const identity = identityFrom(await this.claimsOf(token));
    if (!identity) throw invalidToken();
    return identity;
  }

  private async claimsOf(token: string): Promise<JWTPayload> {
    try {
      const { payload } = await jwtVerify(token, this.trusted.keys, {
        issuer: this.trusted.issuer(),
        audience: this.trusted.audience,
        algorithms: ALGORITHMS,
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        currentDate: this.clock(),
        requiredClaims: ['exp'],
      });
      return payload;
    } catch (error) {
      throw this.refusal(error);
    }
  }

  private refusal(error: unknown): Error {
    if (error instanceof IssuerUnavailableError) {
      this.logger.warn({ err: error }, 'token issuer unavailable');
      const options = { retryAfterSeconds: RETRY_AFTER_SECONDS };
      return new ProblemError({ code: 'access.issuer-unavailable' }, options);
    }
    if (error instanceof errors.JWTExpired) {
      return new ProblemError({ code: 'access.expired-token' }, { headers: challenge('invalid_token') });
    }
    // Whatever else verification stumbles over came with the token.
    return invalidToken();
  }
}

function invalidToken(): ProblemError {
  return new ProblemError({ code: 'access.invalid-token' }, { headers: challenge('invalid_token') });
}
