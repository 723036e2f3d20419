import { AxeBuilder } from '@axe-core/playwright';
import { cellsDigest } from '@lueckenlos/disclosure';
import { parse } from 'csv-parse/sync';
import { parquetReadObjects } from 'hyparquet';
import JSONstat from 'jsonstat-toolkit';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../report/print-pdf';
import { defineExample, EXAMPLE_EVENTS } from '../testing/example';
import { startServer, type RunningServer } from '../testing/start-server';
import type { ReleaseTerms } from './release-content';
import { cellOf, mapValues, type CsvRow } from './testing/csv-rows';
import { bornIn2014 } from './testing/born-in-2014';

jest.setTimeout(120_000);

let server: RunningServer;
let release: string;
let folder: string;

beforeAll(async () => {
  server = await startServer();
  await defineExample(server);
  await writeFile(join(server.folder, 'events.ndjson'), bornIn2014(EXAMPLE_EVENTS));
  await server.cli('data-migration', ['import', join(server.folder, 'events.ndjson')]);
  const head = (await server.text('auditor', 'log')).trimEnd().split('\n').length;
  await server.text('statistics-unit', `drop-offs?chain=example&asOf=2026-06&minPosition=${head}`);
  release = await server.publish('example', '2026-06');
  folder = join(server.folder, 'export');
  const ended = await server.cli('coordinator', ['export-release', release, '--out', folder]);
  expect(ended).toMatchObject({ exitCode: 0, stdout: '' });
});
afterAll(() => server.stop());

const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
const json = <T>(file: string): T => JSON.parse(read(file)) as T;
const rowsOf = (file: string): CsvRow[] => parse(read(file), { columns: true });

describe('export-release', () => {
  it('writes files that sha256sum finds unchanged', () => {
    const told = execFileSync('sha256sum', ['-c', 'SHA256SUMS'], { cwd: folder, encoding: 'utf8' });
    const lines = told.trimEnd().split('\n');
    expect(lines.filter((line) => !line.endsWith(': OK'))).toEqual([]);
    expect(lines).toContain('data/drop-offs-birthYear.parquet: OK');
  });

  it('has in its CSV files just the cells of the digest, and marks what is not shown', () => {
    const { cubes, digest } = json<ReleaseTerms>('release.json');
    const rows = cubes.flatMap((cube) =>
      rowsOf(`data/${cube.replace(/[:+@]/g, '-')}.csv`).map((row) => ({ cube, row })),
    );
    const shown = rows.filter(({ row }) => row['n'] !== '');
    expect(cellsDigest(shown.map(({ cube, row }) => cellOf(cube, row)))).toBe(digest);
    expect(new Set(shown.map(({ row }) => row['status']))).toEqual(new Set(['published']));
    const hidden = rows.filter(({ row }) => row['n'] === '');
    expect(new Set(hidden.map(({ row }) => row['status']))).toEqual(new Set(['zero-or-hidden']));
  });

  it('has the same rows in Parquet', async () => {
    const file = readFileSync(join(folder, 'data/drop-offs-birthYear.parquet'));
    const rows = await parquetReadObjects({
      file: file.buffer.slice(file.byteOffset, file.byteOffset + file.length),
    });
    const asTexts = rows.map((row) => mapValues(row, (value) => (value === null ? '' : String(value))));
    expect(asTexts).toEqual(rowsOf('data/drop-offs-birthYear.csv'));
  });

  it('has the same counts in JSON-stat, hidden ones with their status', () => {
    const dataset = JSONstat(json<object>('data/drop-offs-birthYear.json'));
    expect(dataset.id).toEqual(['birthYear', 'measure', 'stage', 'value']);
    for (const { birthYear, measure, stage, value, n, status } of rowsOf('data/drop-offs-birthYear.csv')) {
      const found = dataset.Data({ birthYear, measure, stage, value } as Record<string, string>);
      expect(found).toMatchObject(n === '' ? { value: null, status } : { value: Number(n) });
    }
  });

  it('has a schema that names the columns of each table', () => {
    const { resources } = json<{ resources: { path: string; schema: { fields: { name: string }[] } }[] }>(
      'datapackage.json',
    );
    for (const { path, schema } of resources) {
      expect(read(path).split('\r\n')[0]).toBe(schema.fields.map(({ name }) => name).join(','));
    }
  });

  it('is described for catalogues: publisher, place, time, licence, each file with its SHA-256', () => {
    const dataset = json<Record<string, unknown>>('dcat-ap-de.jsonld');
    expect(dataset).toMatchObject({
      '@type': 'dcat:Dataset',
      'dcterms:identifier': release,
      'dcterms:publisher': { '@type': ['foaf:Agent', 'foaf:Organization'] },
      'dcterms:temporal': { 'dcat:endDate': { '@value': '2026-06' } },
    });
    const distributions = dataset['dcat:distribution'] as Record<string, never>[];
    expect(distributions.length).toBeGreaterThan(30);
    for (const distribution of distributions) {
      const content = readFileSync(join(folder, distribution['dcterms:title'] ?? ''));
      expect(distribution).toMatchObject({
        'dcterms:license': { '@id': 'http://dcat-ap.de/def/licenses/dl-by-de/2.0' },
        'spdx:checksum': {
          'spdx:checksumValue': { '@value': createHash('sha256').update(content).digest('hex') },
        },
      });
    }
  });

  it('explains its method in both languages', () => {
    const { digest } = json<ReleaseTerms>('release.json');
    expect(read('METHODIK.md')).toContain('## Wie die Zahlen geschützt sind');
    expect(read('METHOD.md')).toContain(digest);
  });

  it('touches no folder with something in it', async () => {
    const { exitCode, stderr } = await server.cli('coordinator', [
      'export-release',
      release,
      '--out',
      folder,
    ]);
    expect([exitCode, stderr]).toEqual([2, `${folder} is not empty: nothing in it was touched.\n`]);
  });

  it('names a release that is not there, and who may not read it', async () => {
    const to = (name: string): string => join(server.folder, name);
    const unknown = await server.cli('coordinator', ['export-release', 'none', '--out', to('none')]);
    expect([unknown.exitCode, unknown.stderr]).toEqual([
      1,
      expect.stringContaining('releases.unknown-release'),
    ]);
    const agency = await server.cli('youth-office', ['export-release', release, '--out', to('agency')]);
    expect([agency.exitCode, agency.stderr]).toEqual([1, expect.stringContaining('access.missing-scope')]);
  });
});

describe('report', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  const report = (...args: string[]): ReturnType<RunningServer['cli']> =>
    server.cli('coordinator', ['report', ...args]);
  const at = (name: string): string => join(server.folder, name);

  it('is one page that asks for nothing else, in which axe finds no serious fault', async () => {
    expect(await report('--release', release, '--lang', 'de', '--out', at('report.html'))).toMatchObject({
      exitCode: 0,
      stderr: '',
    });
    const page = await (await browser.newContext()).newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`file://${at('report.html')}`);
    expect(asked).toEqual([`file://${at('report.html')}`]);
    expect(await page.locator('html').getAttribute('lang')).toBe('de');
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
    // On paper (A4 within its margins) nothing can be scrolled to.
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 672, height: 1_000 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(672);
  });

  it('shows what everybody gets who asks for the release, and its digest', async () => {
    const page = readFileSync(at('report.html'), 'utf8');
    const asked = await server.text('coordinator', `drop-offs?chain=example&release=${release}`);
    const { rows } = JSON.parse(asked) as {
      rows: { stage: string; reachedShare: { value: number; n: number } }[];
    };
    const { value, n } = rows.find(({ stage }) => stage === 'kita')?.reachedShare ?? { value: NaN, n: NaN };
    const share = (value * 100).toFixed(1).replace('.', ',');
    expect(page).toMatch(
      new RegExp(`<th scope="row">[^<]*</th><td>${share}</td><td>[^<]*</td><td>${n}</td>`),
    );
    expect(page).toContain(json<ReleaseTerms>('release.json').digest);
  });

  it('is the same page out of an exported folder, in English where asked', async () => {
    await report('--from', folder, '--lang', 'de', '--out', at('again.html'));
    expect(readFileSync(at('again.html'), 'utf8')).toBe(readFileSync(at('report.html'), 'utf8'));
    await report('--from', folder, '--lang', 'en', '--out', at('english.html'));
    expect(readFileSync(at('english.html'), 'utf8')).toContain('Where children fall out');
  });

  it('is a PDF with pages', async () => {
    expect(await report('--from', folder, '--out', at('report.pdf'))).toMatchObject({
      exitCode: 0,
      stderr: '',
    });
    const pdf = readFileSync(at('report.pdf'), 'latin1');
    expect(pdf.slice(0, 5)).toBe('%PDF-');
    expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThan(1);
  });

  it.each([
    [['--release', 'none', '--out', 'x.html'], 1, 'releases.unknown-release'],
    [['--out', 'x.html'], 2, 'Which release?'],
    [['--release', 'x', '--out', 'x.doc'], 2, '--out must end with .html or .pdf.'],
  ])('says of %j what is wrong', async (args, exitCode, told) => {
    const ended = await report(...args);
    expect([ended.exitCode, ended.stderr]).toEqual([exitCode, expect.stringContaining(told)]);
  });
});

describe('attack', () => {
  const attack = (client: string, ...args: string[]): ReturnType<RunningServer['cli']> =>
    server.cli(client, ['attack', '--stage', 'work', ...args]);

  it('says without true counts what outsiders and insiders can tell of an exported release', async () => {
    const { exitCode, stdout, stderr } = await attack('coordinator', '--from', folder);
    // The key of the series is drawn at random: whether a cell is pinned is not said here.
    expect([0, 1]).toContain(exitCode);
    expect(stdout).toMatch(/outsider +[\d,]+ /);
    expect(stderr).toContain('Without the scope figures:exact');
  });

  it('names the stages there are to who asks for another', async () => {
    const args = ['attack', '--from', folder, '--stage', 'kindergarten'];
    const { exitCode, stderr } = await server.cli('coordinator', args);
    expect([exitCode, stderr]).toEqual([2, expect.stringMatching(/There are: scope, birth, .*kita/)]);
  });

  it('needs to know which release', async () => {
    expect((await attack('coordinator')).stderr).toContain('Which release?');
  });

  it('refuses an export whose cells were changed', async () => {
    appendFileSync(join(folder, 'cells.ndjson'), `${JSON.stringify(cellOf('drop-offs:all', {}))}\n`);
    const { exitCode, stderr } = await attack('coordinator', '--from', folder);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('have not the digest');
  });
});
