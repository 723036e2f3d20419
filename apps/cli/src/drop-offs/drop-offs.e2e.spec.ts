import type { RenderedRow } from '@lueckenlos/terminal';
import { defineExample, EXAMPLE_EVENTS, expectedCounts } from '../testing/example';
import { startServer, type RunningServer } from '../testing/start-server';

jest.setTimeout(60_000);

const AS_OF = '2026-06';
const KNOWN_BEFORE = '2026-07-01T00:00:00Z';

let server: RunningServer;
let question: string[];

beforeAll(async () => {
  server = await startServer();
  await defineExample(server);
  await server.cli('data-migration', ['import', EXAMPLE_EVENTS]);
  const { stdout } = await server.cli('operator', ['projections']);
  const head = /drop-offs +\d+ +\S+ +(\S+)/.exec(stdout)?.[1]?.replaceAll(',', '') ?? '';
  question = ['drop-offs', '--chain', 'example', '--as-of', AS_OF, '--known-before', KNOWN_BEFORE];
  question.push('--min-position', head);
});
afterAll(() => server.stop());

const ask = (...args: string[]) => server.cli('statistics-unit', [...question, ...args]);

describe('drop-offs', () => {
  it('shows the figures of the worked example in a table', async () => {
    const { exitCode, stdout } = await ask();
    const expected = expectedCounts(AS_OF, KNOWN_BEFORE, 'kita');
    const sum = (...statuses: string[]) => statuses.reduce((n, status) => n + (expected[status] ?? 0), 0);
    const [, ...cells] = (/^kita .*$/m.exec(stdout)?.[0] ?? '').split(/ {2,}/);
    expect(exitCode).toBe(0);
    expect(stdout).toContain(
      'Example chain · as of the end of 2026-06 · known before 2026-07-01T00:00:00.000Z',
    );
    expect(cells.slice(0, 10).map(Number)).toEqual([
      sum('reached_on_time'),
      sum('reached_late'),
      sum('recovered'),
      sum('skipped_open', 'skipped'),
      sum('pending'),
      sum('overdue'),
      sum('lost', 'lost_moved_out', 'lost_died'),
      sum('censored_moved_out'),
      sum('censored_died'),
      sum('not_observed'),
    ]);
    expect(cells.slice(10)).toEqual([
      expect.stringMatching(/^\d+\.\d$/),
      expect.stringMatching(/^\d+\.\d–\d+\.\d$/),
      expect.stringMatching(/^\d+$/),
    ]);
  });

  it('shows it in German, broken down, areas by their names', async () => {
    const { stdout } = await ask('--by', 'area,povertyRisk', '--level', 'borough', '--lang', 'de');
    expect(stdout).toContain('Beispielkette · Stand Ende 2026-06');
    expect(stdout).toMatch(/^Gebiet: N North · Armutsrisiko: ja$/m);
    expect(stdout).toContain('Im Bestand: ');
  });

  it('gives programs what the server gives', async () => {
    const csv = await ask('--by', 'birthYear', '--format', 'csv');
    expect(csv.stdout).toMatch(/^birthYear,stage,reached_on_time,/);
    const json = JSON.parse((await ask('--format', 'json')).stdout) as { rows: RenderedRow[] };
    const kita = json.rows.find(({ stage }) => stage === 'kita');
    expect(kita?.counts).toEqual(expectedCounts(AS_OF, KNOWN_BEFORE, 'kita'));
    const stat = JSON.parse((await ask('--format', 'json-stat')).stdout) as { class: string };
    expect(stat.class).toBe('dataset');
  });

  it('tells the access log what for, umlauts and all', async () => {
    await ask('--purpose', 'Jugendhilfeplanung – Prüfung');
    const { rows } = await server.pool.query<{ purpose: string }>(
      'SELECT purpose FROM access.access_log WHERE purpose IS NOT NULL',
    );
    expect(rows).toContainEqual({ purpose: 'Jugendhilfeplanung – Prüfung' });
  });

  it('says what the server refuses, with the parameter and what would be valid', async () => {
    const unknown = await server.cli('statistics-unit', [
      'drop-offs',
      '--chain',
      'nowhere',
      '--as-of',
      AS_OF,
    ]);
    expect(unknown.exitCode).toBe(1);
    expect(unknown.stderr).toMatch(/Unknown chain\n.*There is no chain nowhere\. Defined: example\./);
    const german = { environment: { LANG: 'de_DE.UTF-8' } };
    const level = await server.cli('statistics-unit', [...question, '--level', 'kiez'], german);
    expect([level.exitCode, level.stdout]).toEqual([1, '']);
    expect(level.stderr).toContain('gibt es keine Gebietsebene kiez');
  });

  it('keeps exact figures from the coordinator', async () => {
    const { exitCode, stderr } = await server.cli('coordinator', question);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('figures:exact');
  });
});

describe('projections', () => {
  const operate = (...args: string[]) => server.cli('operator', ['projections', ...args]);

  it('are listed with how far they are', async () => {
    const { exitCode, stdout } = await operate('list');
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^drop-offs +1 +5,\d{3} +5,\d{3} +0 +0 +live/m);
  });

  it('apply parked events again', async () => {
    const { exitCode, stdout } = await operate('replay-parked', 'drop-offs');
    expect([exitCode, stdout]).toEqual([0, 'drop-offs: 0 replayed, 0 still parked\n']);
  });

  it('refuse to drop the live version', async () => {
    const { exitCode, stderr } = await operate('drop', 'drop-offs', '1');
    expect(exitCode).toBe(1);
    expect(stderr).toContain('Version 1 is live.');
  });

  it('are rebuilt beside the live one', async () => {
    const { exitCode, stdout } = await operate('rebuild', 'drop-offs');
    expect([exitCode, stdout]).toEqual([0, 'drop-offs: version 2\n']);
  });

  it('that do not exist are refused with those that do', async () => {
    const { exitCode, stderr } = await operate('rebuild', 'nothing');
    expect(exitCode).toBe(1);
    expect(stderr).toContain('There are: drop-offs, quality.');
  });
});

describe('whoami', () => {
  it('says who one is and what one may send', async () => {
    const { exitCode, stdout } = await server.cli('youth-office', ['whoami']);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^role +youth-office$/m);
    expect(stdout).toMatch(/^scopes +events:write$/m);
    expect(stdout).toMatch(/^may send stages +.*kita/m);
  });

  it('refuses a wrong secret without repeating it', async () => {
    const args = ['whoami', '--client-id', 'youth-office', '--client-secret', 'geraten'];
    const { exitCode, stderr } = await server.cli('operator', args);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('gave no token for youth-office');
    expect(stderr).not.toContain('geraten');
  });
});
