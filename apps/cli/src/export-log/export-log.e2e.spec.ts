import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { defineExample, EXAMPLE_EVENTS } from '../testing/example';
import { startServer, type RunningServer } from '../testing/start-server';

jest.setTimeout(60_000);

describe('export-log', () => {
  let server: RunningServer;

  beforeAll(async () => {
    server = await startServer();
    await defineExample(server);
    const some = readFileSync(EXAMPLE_EVENTS, 'utf8').split('\n').slice(0, 800);
    await writeFile(out('events.ndjson'), `${some.join('\n')}\n`);
    await server.cli('data-migration', ['import', out('events.ndjson')]);
  });
  afterAll(() => server.stop());

  const out = (name: string): string => join(server.folder, name);
  const export_ = (name: string, ...args: string[]) =>
    server.cli('auditor', ['export-log', '--out', out(name), ...args]);
  const events = (name: string): Record<string, unknown>[] =>
    readFileSync(out(name), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);

  it('writes the whole log, says how much it was, and leaves nothing else behind', async () => {
    const { exitCode, stdout, stderr } = await export_(
      'log.ndjson',
      '--format',
      'ndjson',
      '--purpose',
      'Prüfung',
    );
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: '' });
    const lines = events('log.ndjson');
    expect(lines.map(({ position }) => position)).toEqual(lines.map((_, at) => String(at + 1)));
    const head = lines.at(-1)?.['position'];
    expect(stderr.replaceAll(',', '')).toContain(
      `${lines.length} events up to position ${String(head)} are in`,
    );
    expect((await readdir(server.folder)).filter((name) => /unfinished|parts/.test(name))).toEqual([]);
    const { rows } = await server.pool.query<{ purpose: string }>(
      `SELECT purpose FROM access.access_log WHERE operation = 'read-log'`,
    );
    expect(rows).toEqual([{ purpose: 'Prüfung' }]);
  });

  it('writes what is asked for', async () => {
    await export_(
      'some.ndjson',
      '--format',
      'ndjson',
      '--type',
      'moved-in',
      '--after',
      '100',
      '--up-to',
      '700',
    );
    const some = events('some.ndjson');
    expect(some.length).toBeGreaterThan(0);
    expect(new Set(some.map(({ type }) => type))).toEqual(new Set(['lueckenlos.moved-in.v1']));
    expect(some.map(({ position }) => Number(position)).every((at) => at > 100 && at <= 700)).toBe(true);
  });

  it('writes each case that has a fact in force as one trace', async () => {
    await export_('cases.xes', '--format', 'xes');
    await export_('facts.ndjson', '--format', 'ndjson', '--facts', 'in-force');
    const text = readFileSync(out('cases.xes'), 'utf8');
    const facts = events('facts.ndjson');
    expect(text.match(/<event>/g)).toHaveLength(facts.length);
    expect(text.match(/<trace>/g)).toHaveLength(new Set(facts.map((fact) => fact['case'])).size);
    expect(text).toMatch(/<string key="upTo" value="\d+"\/>/);
  });

  it('never writes over a file', async () => {
    await writeFile(out('mine.csv'), 'mine');
    const { exitCode, stderr } = await export_('mine.csv', '--format', 'csv');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('is there already');
    expect(readFileSync(out('mine.csv'), 'utf8')).toBe('mine');
  });

  it('leaves an export that is under way alone', async () => {
    await mkdir(out('busy.csv.parts'));
    const { exitCode, stderr } = await export_('busy.csv', '--format', 'csv');
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('busy.csv.parts is there')]);
    expect(existsSync(out('busy.csv.parts'))).toBe(true);
  });

  it.each([
    [['--format', 'pdf'], 2, '--format must be one of ndjson, csv, parquet, xes, ocel.'],
    [['--format', 'xes', '--agency', 'youth-office'], 2, '--agency leaves records out'],
    [['--format', 'csv', '--up-to', '99999999'], 1, 'replay.position-beyond-head'],
    [['--format', 'csv', '--type', 'born'], 1, 'replay.unknown-type'],
    [['--format', 'xes', '--known-before', 'June'], 2, '--known-before must be an instant'],
  ])('%j is told, and leaves no file', async (args, code, text) => {
    const { exitCode, stderr } = await export_('none', ...args);
    expect([exitCode, stderr]).toEqual([code, expect.stringContaining(text)]);
    expect(existsSync(out('none'))).toBe(false);
    expect(existsSync(out('none.unfinished'))).toBe(false);
  });

  it('is refused to whoever may not read the log', async () => {
    const asked = ['export-log', '--format', 'csv', '--out', out('secret.csv')];
    const { exitCode, stderr } = await server.cli('coordinator', asked);
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining('log:read')]);
    expect(existsSync(out('secret.csv'))).toBe(false);
  });

  it('says where the folder is missing', async () => {
    const { exitCode, stderr } = await export_('no/such/file', '--format', 'csv');
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('ENOENT')]);
  });
});
