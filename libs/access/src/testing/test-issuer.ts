import { Clock, systemClock } from '@lueckenlos/platform';
import { createLocalJWKSet, importJWK, JSONWebKeySet, JWK, SignJWT } from 'jose';
import { newSigningKey, publicKeys } from '../demo-provider/signing-keys';
import { roleNamed } from '../identity/roles';
import { AccessOptions } from '../module/access-options';

/** What a test token states. Everything has a default but the client. */
export interface TestToken {
  readonly clientId: string;
  readonly role?: string;
  readonly scopes?: readonly string[];
  readonly agency?: string;
  /** Seconds from now; negative for a token that has expired. */
  readonly expiresIn?: number;
  readonly issuer?: string;
  readonly audience?: string;
}

/** An issuer of tokens for tests, without HTTP. */
export interface TestIssuer {
  readonly issuer: string;
  readonly audience: string;
  /** The public keys. */
  readonly jwks: JSONWebKeySet;
  /** For `AccessModule.forRoot()`: trusts this issuer, with the shipped agency file. */
  readonly options: AccessOptions;
  /** A token with any claims. */
  token(claims: TestToken): Promise<string>;
  /** A token of a role of the contract, as its demo client gets it: `tokenFor('coordinator')`. */
  tokenFor(role: string, changes?: Partial<TestToken>): Promise<string>;
  /** The `Authorization` header for a role of the contract. */
  bearer(role: string, changes?: Partial<TestToken>): Promise<{ authorization: string }>;
  /** A token with good claims, signed by somebody else under this issuer's key id. */
  forged(role: string): Promise<string>;
}

/** Pass the clock of the application under test where it is not the real one. */
export async function createTestIssuer({ clock = systemClock }: { clock?: Clock } = {}): Promise<TestIssuer> {
  const issuer = 'https://issuer.test';
  const audience = 'lueckenlos';
  const key = await newSigningKey();
  const jwks = publicKeys({ keys: [key] });
  const sign = (claims: TestToken, signer: JWK = key) =>
    signed({ issuer, audience, ...claims }, signer, clock());
  const tokenFor = (role: string, changes?: Partial<TestToken>) => sign({ ...claimsOf(role), ...changes });
  return {
    issuer,
    audience,
    jwks,
    options: { trusted: { issuer: () => issuer, audience, keys: createLocalJWKSet(jwks) } },
    token: (claims) => sign(claims),
    tokenFor,
    bearer: async (role, changes) => ({ authorization: `Bearer ${await tokenFor(role, changes)}` }),
    forged: async (role) => sign(claimsOf(role), { ...(await newSigningKey()), kid: key.kid }),
  };
}

function claimsOf(role: string): TestToken {
  const { name, scopes, agency } = roleNamed(role);
  return { clientId: name, role: name, scopes, agency };
}

async function signed(token: TestToken, key: JWK, now: Date): Promise<string> {
  const { clientId, role, scopes = [], agency, expiresIn = 3_600, issuer = '', audience = '' } = token;
  const seconds = Math.floor(now.getTime() / 1_000);
  return new SignJWT({ client_id: clientId, scope: scopes.join(' '), role, agency })
    .setProtectedHeader({ alg: 'ES256', kid: key.kid, typ: 'at+jwt' })
    .setSubject(clientId)
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + expiresIn)
    .sign(await importJWK(key, 'ES256'));
}
