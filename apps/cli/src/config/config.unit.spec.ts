import { runCli } from '../testing/run-cli';
import { masked } from './masked';

describe('config', () => {
  it('lists every variable with what it is set to, its default and its meaning', async () => {
    const { exitCode, stdout } = await runCli(['config'], { environment: { LUECKENLOS_PORT: '8080' } });
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/LUECKENLOS_PORT +8080 +3000 +Port of the HTTP server/);
    expect(stdout).toMatch(/LUECKENLOS_DEMO .*What an empty store is filled with/);
    expect(stdout).toContain('LUECKENLOS_CLIENT_SECRET');
  });

  it('shows no secret', async () => {
    const environment = {
      DATABASE_URL: 'postgresql://town:geheim@db/lueckenlos?sslpassword=geheim',
      LUECKENLOS_CLIENT_SECRET: 'geheim',
    };
    const { exitCode, stdout, stderr } = await runCli(['config'], { environment });
    expect(exitCode).toBe(0);
    expect(stdout).toContain('postgresql://town:***@db/lueckenlos');
    expect(stdout + stderr).not.toContain('geheim');
  });

  it('fails and names every wrong variable at once', async () => {
    const environment = {
      LUECKENLOS_PORT: '70000',
      LUECKENLOS_DEMO: 'berlin',
      DATABASE_URL: 'mysql://a:geheim@b',
    };
    const { exitCode, stdout, stderr } = await runCli(['config'], { environment });
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    for (const name of Object.keys(environment)) expect(stderr).toContain(`${name} must be`);
    expect(stderr).not.toContain('geheim');
  });

  it('wraps to the width of the terminal', async () => {
    const { stdout } = await runCli(['config'], { width: 120 });
    expect(Math.max(...stdout.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(120);
  });
});

describe('a masked value', () => {
  it.each([
    ['LUECKENLOS_PORT', '3000', '3000'],
    ['OIDC_ISSUER', 'https://login.town/realm', 'https://login.town/realm'],
    ['EVENTSTORE_URL', 'esdb://admin:changeit@node:2113?tls=true', 'esdb://admin:***@node:2113?tls=true'],
    ['ANY_PASSWORD', 'x', '***'],
    ['ANY_PASSWORD', '', ''],
  ])('%s=%s is shown as %s', (name, value, shown) => {
    expect(masked(name, value)).toBe(shown);
  });
});
