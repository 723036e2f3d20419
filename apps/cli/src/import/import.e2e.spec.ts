import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { defineExample, EXAMPLE_EVENTS } from '../testing/example';
import { startServer, type RunningServer } from '../testing/start-server';

jest.setTimeout(60_000);

let server: RunningServer;

beforeAll(async () => {
  server = await startServer();
  await defineExample(server);
});
afterAll(() => server.stop());

/** An event that the youth office may send. */
function event(id: string, data: object = {}): string {
  const type = 'lueckenlos.stage-reached.v1';
  const stated = { stage: 'kita', occurredOn: '2018-08', area: 'D01', ...data };
  return JSON.stringify({
    specversion: '1.0',
    id,
    source: '/agencies/youth-office',
    type,
    subject: `case-${id}`,
    data: stated,
  });
}

/** A file with three good rows and three bad ones. */
function mixedFile(name: string): string {
  const file = join(server.folder, `${name}.ndjson`);
  const rows = [
    event(`${name}-1`),
    event(`${name}-2`, { stage: 'kindergarten' }),
    '{"broken',
    event(`${name}-4`),
    event(`${name}-5`, { area: 'X99', occurredOn: '2018-13' }),
    event(`${name}-6`),
  ];
  writeFileSync(file, `${rows.join('\n')}\n`);
  return file;
}

describe('import', () => {
  it('sends a file, follows it and says what came of it', async () => {
    const { exitCode, stdout, stderr } = await server.cli('data-migration', ['import', EXAMPLE_EVENTS]);
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
    expect(stdout).toMatch(
      /^Import \S+ completed · rows: 5,682 · accepted: 5,528 · duplicates: 154 · rejected: 0\n$/,
    );
    expect(stderr).toContain('Uploading: ');
    expect(stderr).toContain('Recording: 5,682 / 5,682 rows');
    const digest = createHash('sha256').update(readFileSync(EXAMPLE_EVENTS)).digest('hex');
    expect(stderr).toContain(digest);
  });

  it('lists rejected rows by line, id, member and reason, and is exit code 1', async () => {
    const { exitCode, stdout } = await server.cli('youth-office', ['import', mixedFile('mixed')], {
      width: 120,
    });
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^ +2 {2}mixed-2 {2}data\.stage +No chain defines this stage\..*kita/m);
    expect(stdout).toMatch(/^ +3 {2}– +The line is not valid JSON\.$/m);
    expect(stdout).toMatch(/^ +5 {2}mixed-5 {2}data\.occurredOn/m);
    expect(stdout).toMatch(/^ {15,}data\.area/m);
    expect(stdout).toContain('rows: 6 · accepted: 3 · duplicates: 0 · rejected: 3');
  });

  it('speaks German to whoever works in German, reasons included', async () => {
    const environment = { LANG: 'de_DE.UTF-8' };
    const { stdout } = await server.cli('youth-office', ['import', mixedFile('deutsch')], { environment });
    expect(stdout).toMatch(/^Zeile +Kennung +Angabe +Grund$/m);
    expect(stdout).toContain('Die Zeile ist kein gültiges JSON.');
    expect(stdout).toContain('Zeilen: 6 · angenommen: 3 · doppelt: 0 · abgelehnt: 3');
  });

  it('shows the first rejected rows and writes all of them into a file', async () => {
    const report = join(server.folder, 'report.ndjson');
    const args = ['import', mixedFile('many'), '--show', '1', '--report', report];
    const { exitCode, stdout, stderr } = await server.cli('youth-office', args);
    expect(exitCode).toBe(1);
    expect(stdout).not.toContain('not valid JSON');
    expect(stderr).toContain('… and 2 more rejected rows');
    const lines = readFileSync(report, 'utf8').trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { line: number }).line)).toEqual([2, 3, 5]);
  });

  it('stores all or nothing, or nothing at all, where that is asked for', async () => {
    const whole = await server.cli('youth-office', ['import', mixedFile('whole'), '--mode', 'all']);
    expect([whole.exitCode, whole.stdout]).toEqual([
      1,
      expect.stringMatching(/failed · rows: 6 · accepted: 0/),
    ]);
    const rehearsed = await server.cli('youth-office', ['import', mixedFile('whole'), '--dry-run']);
    expect(rehearsed.stdout).toContain('accepted: 3 · duplicates: 0');
    const stored = await server.cli('youth-office', ['import', mixedFile('whole')]);
    expect(stored.stdout).toContain('accepted: 3 · duplicates: 0');
  });

  it('takes CSV, compressed files and what comes through a pipe', async () => {
    const csv = 'id,type,subject,occurredOn,stage,area\ncsv-1,stage-reached,case-csv,2018-08,kita,D01\n';
    const file = join(server.folder, 'events.csv.gz');
    writeFileSync(file, gzipSync(csv));
    const first = await server.cli('youth-office', ['import', file]);
    expect([first.exitCode, first.stdout]).toEqual([0, expect.stringContaining('rows: 1 · accepted: 1')]);
    const piped = await server.cli('youth-office', ['import', '-', '--format', 'csv'], { stdin: csv });
    expect(piped.stdout).toContain('rows: 1 · accepted: 0 · duplicates: 1');
  });

  it('need not wait; follow comes back to it', async () => {
    const sent = await server.cli('youth-office', ['import', mixedFile('later'), '--no-wait']);
    expect([sent.exitCode, sent.stdout]).toEqual([0, '']);
    const id = /lueckenlos follow (\S+)/.exec(sent.stderr)?.[1] ?? '';
    const followed = await server.cli('youth-office', ['follow', id]);
    expect(followed.exitCode).toBe(1);
    expect(followed.stdout).toContain('rows: 6 · accepted: 3 · duplicates: 0 · rejected: 3');
  });

  it('that the server refuses is told with its reason, even while a large file is still on its way', async () => {
    const file = join(server.folder, 'large.ndjson');
    writeFileSync(file, randomBytes(24 * 1024 * 1024).toString('base64'));
    const { exitCode, stdout, stderr } = await server.cli('coordinator', ['import', file]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(stderr).toContain('access.missing-scope');
    expect(stderr).toContain('events:write');
  });

  it('that was cut off on its way to us is no import', async () => {
    const file = join(server.folder, 'cut.ndjson.gz');
    writeFileSync(file, gzipSync(`${event('cut-1')}\n`.repeat(1000)).subarray(0, 90));
    const { exitCode, stderr } = await server.cli('youth-office', ['import', file]);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('HTTP 400');
  });
});
