import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { decodeProtectedHeader } from 'jose';
import { createTestIssuer, TestIssuer } from '../testing';
import { outsideIssuer } from './outside-issuer';
import { IssuerUnavailableError, TrustedIssuer } from './trusted-issuer';

/** An issuer over HTTP whose answers a test can change. */
class StandIn {
  readonly asked: string[] = [];
  readonly answers = new Map<string, unknown>();
  private server: Server | undefined;
  url = '';

  async start(): Promise<void> {
    this.server = createServer((request, response) => {
      this.asked.push(request.url ?? '');
      const answer = this.answers.get(request.url ?? '');
      response.writeHead(answer === undefined ? 500 : 200).end(JSON.stringify(answer));
    });
    await new Promise<void>((resolve) => this.server?.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/realms/town`;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => {
      this.server?.closeAllConnections();
      this.server?.close(() => resolve());
    });
  }
}

const DISCOVERY = '/realms/town/.well-known/openid-configuration';

describe('an issuer elsewhere', () => {
  let standIn: StandIn;
  let keys: TestIssuer;
  let trusted: TrustedIssuer;

  beforeEach(async () => {
    standIn = new StandIn();
    await standIn.start();
    keys = await createTestIssuer();
    standIn.answers.set(DISCOVERY, { issuer: standIn.url, jwks_uri: new URL('/keys', standIn.url).href });
    standIn.answers.set('/keys', keys.jwks);
    trusted = outsideIssuer(standIn.url, 'lueckenlos');
  });
  afterEach(() => standIn.stop());

  const keyOf = async (token: string) => {
    const [header = '', payload = '', signature = ''] = token.split('.');
    const { kid } = decodeProtectedHeader(token);
    return trusted.keys({ alg: 'ES256', kid }, { protected: header, payload, signature });
  };

  it('is asked for its keys once, however many tokens arrive at the same time', async () => {
    const token = await keys.tokenFor('auditor');
    await Promise.all(Array.from({ length: 20 }, () => keyOf(token)));
    await keyOf(token);
    expect(standIn.asked).toEqual([DISCOVERY, '/keys']);
  });

  it('does not vouch for a key it does not have: that is the token’s fault', async () => {
    const stranger = await (await createTestIssuer()).tokenFor('auditor');
    await expect(keyOf(stranger)).rejects.toMatchObject({ code: 'ERR_JWKS_NO_MATCHING_KEY' });
  });

  it('that is away is asked again at the next token', async () => {
    const token = await keys.tokenFor('auditor');
    const document = standIn.answers.get(DISCOVERY);
    standIn.answers.delete(DISCOVERY);
    await expect(keyOf(token)).rejects.toBeInstanceOf(IssuerUnavailableError);
    standIn.answers.set(DISCOVERY, document);
    await expect(keyOf(token)).resolves.toBeDefined();
  });

  it('that nobody answers for is unavailable, not an error of ours', async () => {
    const token = await keys.tokenFor('auditor');
    await standIn.stop();
    await expect(keyOf(token)).rejects.toBeInstanceOf(IssuerUnavailableError);
  });

  it.each([
    ['whose keys cannot be had', () => standIn.answers.delete('/keys')],
    ['whose keys are no key set', () => standIn.answers.set('/keys', ['nothing'])],
    [
      'that calls itself something else',
      () => standIn.answers.set(DISCOVERY, { issuer: 'https://evil.test' }),
    ],
    ['that names no keys', () => standIn.answers.set(DISCOVERY, { issuer: standIn.url })],
    ['that answers with nothing', () => standIn.answers.set(DISCOVERY, null)],
  ])('%s is unavailable', async (_, change) => {
    change();
    await expect(keyOf(await keys.tokenFor('auditor'))).rejects.toBeInstanceOf(IssuerUnavailableError);
  });
});
