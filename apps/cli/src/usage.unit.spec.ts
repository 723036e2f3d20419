import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { runCli } from './testing/run-cli';

const GERMAN = { LANG: 'de_DE.UTF-8' };

describe('what is typed wrongly', () => {
  it.each([
    [['synthesise', '--cases', 'many'], '--cases must be a whole number from 0 on.'],
    [['synthesise', '--cases', '-1'], '--cases must be a whole number from 0 on.'],
    [['synthesise', '--scale', '0'], '--scale must be a number above 0.'],
    [['synthesise', '--cases', '10', '--scale', '2'], 'cannot be used with'],
    [
      ['synthesise', '--births', '2025-2006'],
      '--births must be two years, the earlier one first, as 2006-2025.',
    ],
    [['synthesise', '--until', '2025-13'], '--until must be a month as YYYY-MM.'],
    [['synthesise', '--seed', '1.5'], '--seed must be a whole number from 0 on.'],
    [
      ['synthesise', '--cases', '1', '--out', '/no/such/folder/file'],
      'Cannot write to /no/such/folder/file (ENOENT).',
    ],
    [['drop-offs', '--as-of', '2026-06'], "required option '--chain <id>' not specified"],
    [['drop-offs', '--chain', 'krefeld', '--as-of', 'June'], '--as-of must be a month as YYYY-MM.'],
    [
      ['drop-offs', '--chain', 'krefeld', '--as-of', '2026-06', '--format', 'pdf'],
      '--format must be one of table, csv, json, json-stat.',
    ],
    [['whoami', '--url', 'localhost:3000'], '--url must be an address starting with http:// or https://.'],
    [['whoami', '--url', 'http://localhost:1'], 'Who are you?'],
    [['projections', 'drop', 'drop-offs', 'first'], 'VERSION must be a whole number from 1 on.'],
    [['perturbation-table', '--v', '2'], 'the variance must be above 2. (disclosure.infeasible-variance)'],
    [['perturbation-table', '--pstay', 'x'], '--pstay must be a number from 0 on.'],
    [['replay', '--log', 'x', '--stage', 'kita'], '--stage goes with --figure curves only'],
    [
      ['replay', '--log', 'x', '--figure', 'curves', '--chain', 'krefeld', '--as-of', '2026-06'],
      '--figure curves needs --stage.',
    ],
    [
      ['replay', '--log', 'x', '--competing', 'moved'],
      '--competing must be any of moved-out, died, separated by commas.',
    ],
    [['replay', '--log', 'x', '--birth-year', '19'], '--birth-year must be years, separated by commas'],
    [['import'], "missing required argument 'file'"],
    [['synthesize'], "unknown command 'synthesize' (Did you mean synthesise?)"],
    [['config', '--verbose'], "unknown option '--verbose'"],
  ])('%j is exit code 2 and says what would be right', async (args, message) => {
    const { exitCode, stdout, stderr } = await runCli(args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it.each([
    [['synthesise', '--cases', 'viele'], '--cases muss eine ganze Zahl ab 0 sein.'],
    [['synthesize'], 'Den Befehl synthesize gibt es nicht. Gemeint vielleicht: synthesise'],
    [['drop-offs', '--as-of', '2026-06'], 'Die Option --chain <id> ist nötig.'],
    [['synthesise', '--cases', '1', '--scale', '2'], 'schließen einander aus.'],
    [['import'], 'Es fehlt die Angabe file.'],
    [['perturbation-table', '--v', '2'], 'muss die Varianz größer als 2 sein.'],
    [['whoami', '--url', 'http://localhost:1'], 'Wer sind Sie?'],
  ])('%j is told in German to whoever works in German', async (args, message) => {
    const { exitCode, stderr } = await runCli(args, { environment: GERMAN });
    expect(exitCode).toBe(2);
    expect(stderr).toContain(message);
  });

  it('goes by LC_ALL before LANG', async () => {
    const { stderr } = await runCli(['import'], { environment: { ...GERMAN, LC_ALL: 'C' } });
    expect(stderr).toContain('missing required argument');
  });
});

describe('help', () => {
  it('lists the commands, the exit codes and the ways to give credentials, on standard output', async () => {
    const { exitCode, stdout, stderr } = await runCli(['--help']);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    for (const text of ['synthesise', 'import', 'drop-offs', 'Exit codes:', 'LUECKENLOS_CLIENT_SECRET']) {
      expect(stdout).toContain(text);
    }
  });

  it('is shown as a mistake where a command is missing', async () => {
    const { exitCode, stdout, stderr } = await runCli([]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain('Usage: lueckenlos');
  });
});

describe('a server that is not there', () => {
  let address: string;

  /** A port that was free a moment ago. */
  beforeAll(async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    server.close();
    await once(server, 'close');
  });

  const asSomebody = (...args: string[]): string[] => [
    ...args,
    '--url',
    address,
    '--client-id',
    'youth-office',
    '--client-secret',
    'geheim',
  ];

  it('is exit code 3, names the address and never the secret', async () => {
    const { exitCode, stderr } = await runCli(asSomebody('whoami'));
    expect(exitCode).toBe(3);
    expect(stderr).toContain(`Cannot reach ${address} (ECONNREFUSED)`);
    expect(stderr).not.toContain('geheim');
  });

  it('is told in German to whoever works in German', async () => {
    const { exitCode, stderr } = await runCli(asSomebody('projections', 'list'), { environment: GERMAN });
    expect(exitCode).toBe(3);
    expect(stderr).toContain(`${address} ist nicht erreichbar`);
  });
});
