import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoCredentialsFile, openDemoCredentials } from './demo-credentials';
import { openSigningKeys } from './signing-keys';

describe('the demo identities of a data folder', () => {
  let folder: string;
  let dataDir: string;
  const issuer = 'http://localhost:3000/oidc';

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'demo-'));
    dataDir = join(folder, 'var');
  });
  afterEach(() => rm(folder, { recursive: true }));

  const secrets = async () => (await openDemoCredentials(dataDir, issuer)).clients.map((c) => c.clientSecret);

  it('are one client for each role, in a file that tells how to use them', async () => {
    const credentials = await openDemoCredentials(dataDir, issuer);
    expect(JSON.parse(await readFile(demoCredentialsFile(dataDir), 'utf8'))).toEqual(credentials);
    expect(credentials.issuer).toBe(issuer);
    expect(credentials.clients).toContainEqual({
      clientId: 'data-migration',
      clientSecret: expect.any(String) as string,
      role: 'data-migration',
      scopes: ['events:write', 'events:backfill'],
      agency: 'data-migration',
    });
    expect(credentials.clients.find(({ clientId }) => clientId === 'coordinator')).not.toHaveProperty(
      'agency',
    );
  });

  it('have secrets that nobody can guess', async () => {
    const all = await secrets();
    expect(new Set(all).size).toBe(all.length);
    all.forEach((secret) => expect(Buffer.from(secret, 'base64url')).toHaveLength(32));
  });

  it('stay the same at the next start, at whatever address', async () => {
    const before = await secrets();
    const moved = await openDemoCredentials(dataDir, 'http://localhost:4000/oidc');
    expect(moved.clients.map((c) => c.clientSecret)).toEqual(before);
    expect(moved.issuer).toBe('http://localhost:4000/oidc');
    expect(await openSigningKeys(dataDir)).toEqual(await openSigningKeys(dataDir));
  });

  it('are for the owner’s eyes only, even if somebody opened the file', async () => {
    await openDemoCredentials(dataDir, issuer);
    await chmod(demoCredentialsFile(dataDir), 0o644);
    await openDemoCredentials(dataDir, issuer);
    await openSigningKeys(dataDir);
    for (const file of ['demo-credentials.json', 'demo-signing-keys.json']) {
      expect((await stat(join(dataDir, file))).mode & 0o777).toBe(0o600);
    }
  });

  it('are never silently replaced where the file is damaged', async () => {
    await openDemoCredentials(dataDir, issuer);
    await writeFile(demoCredentialsFile(dataDir), '{"issuer":');
    await expect(openDemoCredentials(dataDir, issuer)).rejects.toThrow('demo-credentials.json is not JSON');
  });
});
