import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { defineExample, EXAMPLE_EVENTS } from '../testing/example';
import type { CliResult } from '../testing/run-cli';
import { startServer, type RunningServer } from '../testing/start-server';

jest.setTimeout(60_000);

describe('an auditor who replays', () => {
  let server: RunningServer;
  let release: string;
  let lines: string[];
  let cells: string;

  beforeAll(async () => {
    server = await startServer();
    await defineExample(server);
    await server.cli('data-migration', ['import', EXAMPLE_EVENTS]);
    const head = (await logLines()).length;
    await server.text('statistics-unit', `drop-offs?chain=example&asOf=2026-06&minPosition=${head}`);
    release = await server.publish('example', '2026-06');
    lines = await logLines();
    cells = file('cells.ndjson', await server.text('coordinator', `releases/${release}/cells`));
  });
  afterAll(() => server.stop());

  const logLines = async (): Promise<string[]> => (await server.text('auditor', 'log')).trimEnd().split('\n');
  function file(name: string, content: string | Uint8Array): string {
    const path = join(server.folder, name);
    writeFileSync(path, content);
    return path;
  }
  const exported = (name: string, changed: readonly string[] = lines): string =>
    file(name, `${changed.join('\n')}\n`);
  const replay = (...args: string[]): Promise<CliResult> =>
    server.cli('auditor', ['replay', ...args], {
      environment: { LANG: 'en_GB', LUECKENLOS_REPLAY_MEMORY: '1' },
    });

  it('gets a release out of a server’s log again, cell by cell', async () => {
    const { stdout, exitCode } = await replay('--log', server.url, '--release', release, '--format', 'json');
    expect(exitCode).toBe(0);
    const answer = JSON.parse(stdout) as { release: object; digest: string };
    expect(answer.release).toMatchObject({
      id: release,
      equal: true,
      differences: [],
      digest: answer.digest,
    });
  });

  it('gets it out of an exported and compressed log', async () => {
    const log = file('log.ndjson.gz', gzipSync(`${lines.join('\n')}\n`));
    const { stdout, exitCode } = await replay('--log', log, '--release', release);
    expect([exitCode, stdout]).toEqual([0, expect.stringMatching(`^${release}: equal`)]);
    expect(stdout).not.toContain('ersion');
  });

  it('is told which cells differ where one digit of the log was changed', async () => {
    const at = lines.findIndex(
      (line) => line.includes('"stage":"birth"') && line.includes('"occurredOn":"2019-'),
    );
    const changed = lines.with(at, (lines[at] ?? '').replace('"occurredOn":"2019-', '"occurredOn":"2018-'));
    const { stdout, exitCode } = await replay(
      '--log',
      exported('changed.ndjson', changed),
      '--release',
      release,
      '--cells',
      cells,
    );
    expect(exitCode).toBe(1);
    expect(stdout).toContain(`${release}: DIFFERENT`);
    expect(stdout).toMatch(/drop-offs:birthYear +2018/);
  });

  it.each([
    ['"codeVersion":"0.0.9",', /^Version 0\.0\.9 of the software published the release/m],
    ['', /^The release does not say which version/m],
  ])('is told where another version of the software published the release (%s)', async (named, note) => {
    const older = lines.map((line) => line.replace(/"codeVersion":"[^"]+",/, named));
    expect(older).not.toEqual(lines);
    const { stdout, exitCode } = await replay('--log', exported('older.ndjson', older), '--release', release);
    expect([exitCode, stdout]).toEqual([0, expect.stringMatching(note)]);
  });

  it('is told what is wrong with a log that is no whole one, and with a question', async () => {
    const gap = await replay('--log', exported('gap.ndjson', lines.toSpliced(99, 1)), '--release', release);
    expect([gap.exitCode, gap.stderr]).toEqual([1, expect.stringContaining('(replay.gap)')]);
    const known = await replay('--log', exported('log.ndjson'), '--release', 'other');
    expect(known.stderr).toContain(`It knows: ${release}`);
    const german = await server.cli('auditor', ['replay', '--log', 'no-such-file'], {
      environment: { LANG: 'de_DE' },
    });
    expect([german.exitCode, german.stderr]).toEqual([2, expect.stringContaining('--release angeben')]);
    const short = await replay(
      '--log',
      exported('log.ndjson'),
      '--chain',
      'example',
      '--as-of',
      '2020-01',
      '--to-position',
      '999999',
    );
    expect(short.stderr).toContain('(replay.beyond-log)');
  });

  it('gets the exact figures as the server answers them', async () => {
    const at = '2024-09-01T00:00:00Z';
    const ask = [
      '--chain',
      'example',
      '--as-of',
      '2024-08',
      '--known-before',
      at,
      '--by',
      'area,povertyRisk',
      '--chain-version',
      '1',
      '--boundaries',
      'today',
    ];
    const { stdout } = await replay('--log', exported('log.ndjson'), ...ask, '--format', 'json');
    const live = await server.text(
      'statistics-unit',
      `drop-offs?chain=example&asOf=2024-08&knownBefore=${at}&by=area,povertyRisk&chainVersion=1&boundaries=today`,
    );
    const [{ rows, scope }, answered] = [stdout, live].map(
      (text) => JSON.parse(text) as Record<string, unknown>,
    ) as [Record<string, unknown>, Record<string, unknown>];
    expect({ rows, scope }).toEqual({ rows: answered['rows'], scope: answered['scope'] });
    const once = await replay('--log', exported('log.ndjson'), '--release', release, '--boundaries', 'today');
    expect([once.exitCode, once.stderr]).toEqual([2, expect.stringContaining('counted once')]);
    const table = await replay('--log', exported('log.ndjson'), '--chain', 'example', '--as-of', '2024-08');
    expect(table.stdout).toContain('Digest of the rows');
  });

  it('gets curves as the server answers them, and prints them as it does', async () => {
    const log = exported('log.ndjson');
    const ask = (...args: string[]): Promise<CliResult> =>
      replay('--log', log, '--figure', 'curves', '--chain', 'example', '--as-of', '2024-08', ...args);
    const own = [
      '--stage',
      'kita',
      '--dimension',
      'last',
      '--birth-year',
      '2018,2019',
      '--by',
      'povertyRisk',
    ];
    const { stdout } = await ask(...own, '--format', 'json');
    const live = await server.text(
      'statistics-unit',
      'curves?chain=example&asOf=2024-08&stage=kita&dimension=last&birthYear=2018,2019&by=povertyRisk',
    );
    const [replayed, answered] = [stdout, live].map((text) => JSON.parse(text) as { strata: object[] });
    expect(replayed?.strata).toEqual(answered?.strata);
    expect(replayed?.strata.length).toBeGreaterThan(0);
    const table = await ask('--stage', 'kita');
    expect(table.stdout).toContain('example · 2024-08 · birth → kita · aalen-johansen + moved-out + died');
    expect(table.stdout).toContain('Digest of the strata');
    const unknown = await ask('--stage', 'U99');
    expect([unknown.exitCode, unknown.stderr]).toEqual([
      1,
      expect.stringContaining('(replay.unknown-stage)'),
    ]);
  });
});
