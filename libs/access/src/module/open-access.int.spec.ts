import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDemoCredentials } from '../demo-provider/demo-credentials';
import { openAccess } from './open-access';

describe('what a process trusts', () => {
  let dataDir: string;

  beforeEach(async () => (dataDir = await mkdtemp(join(tmpdir(), 'access-'))));
  afterEach(() => rm(dataDir, { recursive: true }));

  const config = (changes: { oidcIssuer?: string; agenciesFile?: string } = {}) => ({
    oidcIssuer: undefined,
    agenciesFile: undefined,
    oidcAudience: 'lueckenlos',
    dataDir,
    ...changes,
  });

  it('is the issuer of its configuration', async () => {
    const { trusted } = await openAccess(config({ oidcIssuer: 'https://login.town.test' }), {
      demoProvider: true,
    });
    expect(trusted.issuer()).toBe('https://login.town.test');
    expect(trusted.audience).toBe('lueckenlos');
  });

  it('is never an outside issuer beside demo identities', async () => {
    await openDemoCredentials(dataDir, 'http://localhost:3000/oidc');
    const production = openAccess(config({ oidcIssuer: 'https://login.town.test' }), { demoProvider: true });
    await expect(production).rejects.toThrow(/demo identities lie in .*demo-credentials\.json/);
  });

  it('is nothing in a process of a larger installation that names no issuer', async () => {
    await expect(openAccess(config(), { demoProvider: false })).rejects.toThrow('OIDC_ISSUER must be set');
  });

  it('includes the agency file that is configured', async () => {
    const agenciesFile = join(dataDir, 'agencies.json');
    const agencies = [{ id: 'a', title: { de: 'A', en: 'A' }, stages: ['*'], types: ['died'] }];
    await writeFile(agenciesFile, JSON.stringify({ agencies }));
    const options = await openAccess(config({ agenciesFile }), { demoProvider: true });
    expect(options.agencies).toEqual({ agencies });
  });

  it.each([
    ['is missing', undefined, /LUECKENLOS_AGENCIES .*agencies\.json cannot be read: ENOENT/],
    ['is not JSON', '{"agencies": [', /LUECKENLOS_AGENCIES .*agencies\.json is not JSON/],
    ['is wrong', '{"agencies": [{"id": 1}]}', /LUECKENLOS_AGENCIES \/agencies\/0\/id must be/],
  ])('is not decided where the agency file %s', async (_, content, message) => {
    const agenciesFile = join(dataDir, 'agencies.json');
    if (content !== undefined) await writeFile(agenciesFile, content);
    await expect(openAccess(config({ agenciesFile }), { demoProvider: true })).rejects.toThrow(message);
  });
});
