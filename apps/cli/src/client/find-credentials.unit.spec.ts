import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findCredentials } from './find-credentials';

const folder = mkdtempSync(join(tmpdir(), 'credentials-'));
const file = join(folder, 'demo-credentials.json');
const url = 'http://town:3000';
const environment = { LUECKENLOS_CLIENT_ID: 'job-centre', LUECKENLOS_CLIENT_SECRET: 'from-environment' };

beforeAll(() => {
  const clients = ['youth-office', 'operator'].map((clientId) => ({
    clientId,
    clientSecret: `${clientId}-secret`,
  }));
  writeFileSync(file, JSON.stringify({ issuer: 'http://town:3000/oidc', clients }));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('credentials', () => {
  it('come from the options first', async () => {
    const options = { url, clientId: 'me', clientSecret: 'mine', client: 'operator', credentials: file };
    expect(await findCredentials(options, environment)).toEqual({
      clientId: 'me',
      clientSecret: 'mine',
      issuer: 'http://town:3000/oidc',
    });
  });

  it('come from a file by the name of the client, with its issuer', async () => {
    expect(
      await findCredentials({ url: 'http://elsewhere', client: 'operator', credentials: file }, {}),
    ).toEqual({
      clientId: 'operator',
      clientSecret: 'operator-secret',
      issuer: 'http://town:3000/oidc',
    });
  });

  it('come from the demo clients in the data folder where no file is named', async () => {
    const found = await findCredentials({ url, client: 'youth-office' }, { LUECKENLOS_DATA_DIR: folder });
    expect(found.clientSecret).toBe('youth-office-secret');
  });

  it('come from the environment, with the issuer that is configured', async () => {
    const found = await findCredentials({ url }, { ...environment, OIDC_ISSUER: 'https://login.town' });
    expect(found).toEqual({
      clientId: 'job-centre',
      clientSecret: 'from-environment',
      issuer: 'https://login.town',
    });
  });

  it('take the secret from the environment where the option would show it to others', async () => {
    const { clientId, clientSecret } = await findCredentials({ url, clientId: 'me' }, environment);
    expect([clientId, clientSecret]).toEqual(['me', 'from-environment']);
  });

  it.each([
    [{ url }, {}, 'Who are you?'],
    [{ url, clientId: 'me' }, {}, 'The client me has no secret'],
    [{ url, credentials: file }, {}, 'say which by --client NAME'],
    [{ url, credentials: file, client: 'nobody' }, {}, 'It has: youth-office, operator.'],
    [{ url, credentials: join(folder, 'missing.json'), client: 'operator' }, {}, 'Cannot read credentials'],
  ])('that are not complete are refused: %j', async (options, given, message) => {
    await expect(findCredentials(options, given)).rejects.toThrow(message);
  });
});
