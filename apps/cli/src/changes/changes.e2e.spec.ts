import { defineExample, EXAMPLE_EVENTS } from '../testing/example';
import { startServer, type RunningServer } from '../testing/start-server';

jest.setTimeout(60_000);

describe('changes', () => {
  let server: RunningServer;
  let head: string;

  beforeAll(async () => {
    server = await startServer();
    await defineExample(server);
    await server.cli('data-migration', ['import', EXAMPLE_EVENTS]);
    const { stdout } = await server.cli('operator', ['projections']);
    head = /drop-offs +\d+ +\S+ +(\S+)/.exec(stdout)?.[1]?.replaceAll(',', '') ?? '';
  });
  afterAll(() => server.stop());

  const ask = (between: string, ...args: string[]) =>
    server.cli('statistics-unit', [
      ...['changes', '--chain', 'example', '--as-of', '2026-06', '--between', between],
      ...['--min-position', head, ...args],
    ]);

  it('shows what came between two positions, in a table', async () => {
    const { exitCode, stdout } = await ask(`0,${head}`);
    expect(exitCode).toBe(0);
    expect(stdout).toContain(`example · 2026-06 · 0 → ${head}`);
    expect(stdout).toMatch(/^ +kita +reached_on_time +0 +(\d+) +\1 +0 +.*stage-reached \d+/m);
  });

  it('says in German where nothing changed', async () => {
    expect((await ask('0,1', '--lang', 'de')).stdout).toContain('Nichts hat sich geändert.');
  });

  it('gives programs what the server gives', async () => {
    expect((await ask(`0,${head}`, '--format', 'csv', '--by', 'birthYear')).stdout).toMatch(
      /^birthYear,stage,status,before,after,entered,left,through\r\n/,
    );
    const json = JSON.parse((await ask(`0,${head}`, '--format', 'json')).stdout) as { between: string[] };
    expect(json.between).toEqual(['0', head]);
  });

  it('says what the server refuses', async () => {
    const { exitCode, stderr } = await ask('5,5', '--lang', 'en');
    expect(exitCode).toBe(1);
    expect(stderr).toContain('figures.positions-not-ascending');
  });
});
