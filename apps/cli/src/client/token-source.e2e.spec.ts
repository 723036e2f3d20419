import { startIssuer, type CountingIssuer, type IssuerSettings } from '../testing/issuer';
import { TokenSource } from './token-source';

let issuer: CountingIssuer;
let now = 0;
afterEach(() => issuer.stop());

async function tokensOf(settings: IssuerSettings): Promise<TokenSource> {
  issuer = await startIssuer(settings);
  const credentials = { clientId: 'youth office', clientSecret: 'a:b/c', issuer: issuer.url };
  return new TokenSource(credentials, 'en', () => now);
}

describe('tokens', () => {
  it('are fetched once and used until shortly before their end, then renewed', async () => {
    const tokens = await tokensOf({ expiresIn: 600 });
    expect([await tokens.token(), await tokens.token()]).toEqual(['token-1', 'token-1']);
    now += 569_000;
    expect(await tokens.token()).toBe('token-1');
    now += 2_000;
    expect(await tokens.token()).toBe('token-2');
  });

  it('are fetched anew when the server did not take the last one', async () => {
    const tokens = await tokensOf({});
    await tokens.token();
    tokens.forget();
    expect(await tokens.token()).toBe('token-2');
  });

  it('are asked for with Basic, names and secrets encoded as RFC 6749 wants it', async () => {
    await (await tokensOf({})).token();
    const expected = Buffer.from('youth%20office:a%3Ab%2Fc').toString('base64');
    expect(issuer.asked).toEqual([
      { authorization: `Basic ${expected}`, body: 'grant_type=client_credentials' },
    ]);
  });

  it('are asked for in the body where the issuer takes nothing else', async () => {
    await (await tokensOf({ methods: ['client_secret_post'] })).token();
    expect(issuer.asked).toEqual([
      {
        authorization: undefined,
        body: 'grant_type=client_credentials&client_id=youth+office&client_secret=a%3Ab%2Fc',
      },
    ]);
  });

  it('that are refused name issuer, client and reason, never the secret', async () => {
    const refuses = { error: 'invalid_client', error_description: 'client authentication failed' };
    const refusal = (await tokensOf({ refuses })).token();
    await expect(refusal).rejects.toThrow(/gave no token for youth office: client authentication failed/);
    await expect(refusal).rejects.not.toThrow('a:b/c');
  });
});
