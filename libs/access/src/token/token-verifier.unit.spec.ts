import fc from 'fast-check';
import { createLocalJWKSet, importJWK, SignJWT, UnsecuredJWT } from 'jose';
import { pino } from 'pino';
import '../problems/access.problems';
import { newSigningKey, publicKeys } from '../demo-provider/signing-keys';
import { createTestIssuer, TestIssuer } from '../testing';
import { TokenVerifier } from './token-verifier';
import { IssuerUnavailableError } from './trusted-issuer';

const now = new Date('2026-03-01T12:00:00Z');
const silent = pino({ level: 'silent' });

describe('a token', () => {
  let issuer: TestIssuer;
  let verifier: TokenVerifier;

  beforeAll(async () => {
    issuer = await createTestIssuer({ clock: () => now });
    verifier = new TokenVerifier(issuer.options.trusted, () => now, silent);
  });

  const refusal = (code: string): unknown =>
    expect.objectContaining({ faults: [expect.objectContaining({ code })] });

  it('names client, role, scopes and agency', async () => {
    await expect(verifier.verify(await issuer.tokenFor('health-office'))).resolves.toEqual({
      clientId: 'health-office',
      role: 'health-office',
      scopes: new Set(['events:write']),
      agency: 'health-office',
    });
  });

  it('may carry scopes of other services, which mean nothing here', async () => {
    const token = await issuer.token({ clientId: 'x', scopes: ['openid', 'figures:read', 'figures:READ'] });
    await expect(verifier.verify(token)).resolves.toMatchObject({ scopes: new Set(['figures:read']) });
  });

  it('is accepted within a small tolerance of clocks, and not after it', async () => {
    const just = await issuer.tokenFor('auditor', { expiresIn: -4 });
    await expect(verifier.verify(just)).resolves.toMatchObject({ clientId: 'auditor' });
    const over = await issuer.tokenFor('auditor', { expiresIn: -6 });
    await expect(verifier.verify(over)).rejects.toEqual(refusal('access.expired-token'));
  });

  it.each([
    ['for another audience', () => issuer.tokenFor('auditor', { audience: 'somebody-else' })],
    ['of another issuer', () => issuer.tokenFor('auditor', { issuer: 'https://evil.test' })],
    ['signed by somebody else', () => issuer.forged('auditor')],
    ['with an agency that is no name', () => issuer.token({ clientId: 'x', agency: '../health-office' })],
    ['without a client', () => issuer.token({ clientId: '' })],
    ['without a signature', () => Promise.resolve(new UnsecuredJWT({ sub: 'x' }).encode())],
    ['signed with the public key as a shared secret', () => signedWithThePublicKey()],
  ])('%s is refused', async (_, make) => {
    await expect(verifier.verify(await make())).rejects.toEqual(refusal('access.invalid-token'));
  });

  it('that never expires is refused', async () => {
    const key = await newSigningKey();
    const trusted = { ...issuer.options.trusted, keys: createLocalJWKSet(publicKeys({ keys: [key] })) };
    const eternal = await new SignJWT({ client_id: 'x' })
      .setIssuer(issuer.issuer)
      .setAudience(issuer.audience)
      .setProtectedHeader({ alg: 'ES256', kid: key.kid })
      .sign(await importJWK(key, 'ES256'));
    const trusting = new TokenVerifier(trusted, () => now, silent);
    await expect(trusting.verify(eternal)).rejects.toEqual(refusal('access.invalid-token'));
  });

  it('that is any other text is refused, never an error of ours', async () => {
    const good = await issuer.tokenFor('auditor');
    const broken = fc
      // What is signed; a change in the last letter of the signature itself may be no change in its bits.
      .tuple(fc.nat(good.lastIndexOf('.') - 1), fc.string({ maxLength: 3 }))
      .map(([at, put]) => good.slice(0, at) + put + good.slice(at + 1))
      .filter((text) => text !== good);
    const base64 = fc.string().map((text) => Buffer.from(text).toString('base64url'));
    const shaped = fc.tuple(base64, base64, base64).map((parts) => parts.join('.'));
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), shaped, broken), async (text) => {
        await expect(verifier.verify(text)).rejects.toEqual(refusal('access.invalid-token'));
      }),
    );
  });

  it('cannot be judged while the issuer is away: come back later', async () => {
    const away = {
      ...issuer.options.trusted,
      keys: () => Promise.reject(new IssuerUnavailableError('away')),
    };
    const blind = new TokenVerifier(away, () => now, silent);
    await expect(blind.verify(await issuer.tokenFor('auditor'))).rejects.toMatchObject({
      status: 503,
      faults: [{ code: 'access.issuer-unavailable' }],
      options: { retryAfterSeconds: 5 },
    });
  });

  async function signedWithThePublicKey(): Promise<string> {
    const secret = new TextEncoder().encode(JSON.stringify(issuer.jwks.keys[0]).padEnd(64));
    const jwt = new SignJWT({ client_id: 'x', scope: 'operations' }).setIssuer(issuer.issuer);
    const header = { alg: 'HS256', kid: issuer.jwks.keys[0]?.kid };
    return jwt.setAudience(issuer.audience).setExpirationTime('1h').setProtectedHeader(header).sign(secret);
  }
});
