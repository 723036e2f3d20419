import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { reached } from '../testing/events';
import { SAMPLE_AREAS, SAMPLE_CHAIN } from '../testing/sample-definitions';
import { startRecording, type RunningRecording, type Sending } from '../testing/start-recording';
import type { ImportView } from './job/import-view';
import { events, ndjson } from './testing/files';
import { ImportClient, NDJSON, type Problem } from './testing/import-client';

const STATISTICS: Sending = { as: 'statistics-unit', type: 'application/json' };
const CSV: Sending = { type: 'text/csv' };
const GZIP: Sending = { ...NDJSON, headers: { 'content-encoding': 'gzip' } };

describe('imports over HTTP', () => {
  let recording: RunningRecording;
  let imports: ImportClient;

  beforeAll(async () => {
    recording = await startRecording();
    imports = new ImportClient(recording);
    await recording.send('PUT', '/v1/chains/sample', SAMPLE_CHAIN, STATISTICS);
    await recording.send('PUT', '/v1/areas/sample', SAMPLE_AREAS, STATISTICS);
  });
  afterAll(() => recording.stop());

  const leftovers = async (): Promise<number> => {
    const { rows } = await recording.pool.query<{ n: string }>(
      `SELECT (SELECT count(*) FROM recording.import_chunk) + (SELECT count(*) FROM recording.import_job WHERE state = 'receiving') AS n`,
    );
    return Number(rows[0]?.n);
  };

  it('stores a file, tells its digest, and counts the same file a second time as duplicates', async () => {
    const file = ndjson(...events(20, 'first'));
    const view = await imports.imported(file);
    expect(view).toEqual({
      id: view.id,
      state: 'completed',
      rows: 20,
      accepted: 20,
      duplicates: 0,
      rejected: 0,
      startedAt: expect.stringMatching(/Z$/) as string,
      finishedAt: expect.stringMatching(/Z$/) as string,
      digest: createHash('sha256').update(file).digest('hex'),
    });
    expect(await imports.imported(gzipSync(file), GZIP)).toMatchObject({
      accepted: 0,
      duplicates: 20,
      digest: view.digest,
    });
    expect(await leftovers()).toBe(0);
  });

  it('reports every bad line with its number and reads on', async () => {
    const good = events(3, 'mixed');
    const file = [
      '\ufeff' + JSON.stringify(good[0]),
      '{"specversion":',
      '',
      JSON.stringify(reached('nothing', '2015-08', { id: 'mixed-x' })),
      JSON.stringify(good[1]) + '\r',
      `{"a":${'['.repeat(30)}${']'.repeat(30)}}`,
      JSON.stringify({ ...reached('kita', '2015-08', { id: 'mixed-nul' }), subject: 'a\u0000b' }),
      'x'.repeat(2_000_000),
      JSON.stringify(good[2]),
    ].join('\n');
    const bad = Buffer.concat([
      Buffer.from(file),
      Buffer.from([10, 0x22, 0xc3, 0x28, 0x22]),
      Buffer.from('\n  \n'),
    ]);
    const view = await imports.imported(bad);
    expect(view).toMatchObject({ state: 'completed', rows: 9, accepted: 3, rejected: 6 });
    expect(await imports.short(view.id)).toEqual([
      '2 imports.broken-line',
      '4 recording.unknown-stage/data/stage',
      '6 imports.nested-too-deeply',
      '7 recording.bad-subject/subject',
      '8 imports.line-too-long',
      '10 imports.invalid-utf8',
    ]);
  });

  it('renders the report in the language of who reads it', async () => {
    const { id } = await imports.imported('{\n');
    const response = await recording.send('GET', `/v1/imports/${id}/rejections`, undefined, {
      headers: { 'accept-language': 'de' },
    });
    expect(response.headers.get('content-type')).toContain('application/x-ndjson');
    expect(await response.text()).toContain('Fehlerhaftes JSON');
  });

  it('gives the rows of a CSV file the same verdicts as the same events in NDJSON', async () => {
    const rows = [
      ['c1', 'stage-reached', 'kita', '2015-08', '010', 'true', ''],
      ['c2', 'moved-in', '', '2015-08-17', '', '', ''],
      ['c3', 'moved-in', 'kita', '2015-08', '', '', ''],
      ['c4', 'stage-reached', 'kita', '2015-13', '999', 'maybe', ''],
      ['', 'lost', '', '', '', '', ''],
      ['c6', 'retracted', '', '', '', '', '"two\nlines, ""quoted"""'],
    ] as const;
    const csv = ['id,type,stage,occurredOn,area,povertyRisk,reason,retracts,subject']
      .concat(rows.map((row) => `${row.join(',')},${row[1] === 'retracted' ? 'c1' : ''},case-csv`))
      .join('\r\n');
    const as = 'data-migration';
    const source = `/agencies/${as}`;
    const view = await imports.imported(csv, { ...CSV, as });
    expect(view).toMatchObject({ state: 'completed', rows: 6, accepted: 3, rejected: 3 });
    expect(await imports.short(view.id, as)).toEqual([
      '4 recording.unknown-member/stage',
      '5 recording.bad-month/occurredOn,recording.bad-poverty-risk/povertyRisk,recording.unknown-area/area',
      '6 recording.missing-member/id,recording.unknown-type/type',
    ]);
    const twin = reached(
      'kita',
      '2015-08',
      { id: 'c1', subject: 'case-csv', source },
      { area: '010', povertyRisk: true },
    );
    const reason = 'two\nlines, "quoted"';
    const taken = { ...twin, id: 'c6', type: 'lueckenlos.retracted.v1', data: { retracts: 'c1', reason } };
    expect(await imports.imported(ndjson(twin, taken), { ...NDJSON, as })).toMatchObject({ duplicates: 2 });
  });

  it('takes links of cases from a CSV file, and shows the agency how they stand', async () => {
    const as = 'data-migration';
    const csv = ['id,type,subject,other']
      .concat([
        'l1,cases-linked,case-a,case-b',
        'l2,cases-unlinked,case-b,case-a',
        'l3,cases-linked,case-a,case-a',
      ])
      .join('\n');
    const view = await imports.imported(csv, { ...CSV, as });
    expect(view).toMatchObject({ state: 'completed', accepted: 2, rejected: 1 });
    expect(await imports.short(view.id, as)).toEqual(['4 recording.linked-to-itself/other']);
    const own = async (id: string): Promise<unknown> =>
      (await recording.send('GET', `/v1/events/${id}`, undefined, { as })).json();
    expect(await own('l1')).toMatchObject({ subject: 'case-a', data: { other: 'case-b' }, state: 'undone' });
    expect(await own('l2')).toMatchObject({ state: 'in-force' });
  });

  it.each<[string, string, string]>([
    ['nothing in it', '', 'imports.missing-column'],
    ['semicolons', 'id;type;subject\n', 'imports.missing-column'],
    ['a column that does not exist', 'id,type,subject,colour\n', 'imports.unknown-column'],
    ['a column twice', 'id,type,subject,id\n', 'imports.repeated-column'],
    [
      'a wrong header and far more to come',
      `id;type\n${'a;b\n'.repeat(5_000_000)}`,
      'imports.missing-column',
    ],
  ])('refuses a CSV file with %s at once', async (_, file, code) => {
    const response = await imports.post(file, CSV);
    expect([response.status, ((await response.json()) as Problem).errors.map((error) => error.code)]).toEqual(
      [400, expect.arrayContaining([code])],
    );
    expect(await leftovers()).toBe(0);
  });

  it.each<[string, Buffer, string]>([
    ['breaks off', gzipSync(ndjson(...events(5000, 'cut'))).subarray(0, -9), 'platform.broken-compression'],
    ['is no gzip', Buffer.from('hello'), 'platform.broken-compression'],
    ['is empty', Buffer.alloc(0), 'platform.broken-compression'],
    [
      'has something behind its end',
      Buffer.concat([gzipSync('{}'), Buffer.from('x')]),
      'platform.broken-compression',
    ],
    ['has zeros behind its end', Buffer.concat([gzipSync('{}'), Buffer.alloc(9)]), 'imports.trailing-bytes'],
  ])('refuses a compressed file that %s, and nothing of it stays', async (_, file, code) => {
    const response = await imports.post(file, GZIP);
    expect([response.status, ((await response.json()) as Problem).code]).toEqual([400, code]);
    expect(await leftovers()).toBe(0);
  });

  it('refuses other media types, encodings and parameters', async () => {
    const refused = async (response: Promise<Response>): Promise<number> => (await response).status;
    expect(await refused(imports.post('[]', { type: 'application/json' }))).toBe(415);
    expect(await refused(imports.post('{}\n{}', { type: 'application/json' }))).toBe(415);
    expect(await refused(imports.post('x', { type: 'text/plain' }))).toBe(415);
    expect(await refused(imports.post('x', { ...NDJSON, headers: { 'content-encoding': 'br' } }))).toBe(415);
    expect(await refused(imports.post('', NDJSON, '?mode=some'))).toBe(400);
    expect(await refused(imports.post('', NDJSON, '?dryRun=true&dryRun=true'))).toBe(400);
    expect(await refused(imports.post('', { ...NDJSON, as: 'coordinator' }))).toBe(403);
  });

  it('shows a job to its own agency only', async () => {
    const { id } = await imports.imported(ndjson());
    for (const [method, path] of [
      ['GET', `/v1/imports/${id}`],
      ['GET', `/v1/imports/${id}/rejections`],
      ['DELETE', `/v1/imports/${id}`],
      ['GET', `/v1/imports?before=${id}`],
    ] as const) {
      expect((await recording.send(method, path, undefined, { as: 'job-centre' })).status).toBe(404);
    }
    expect(
      await (await recording.send('GET', '/v1/imports', undefined, { as: 'job-centre' })).json(),
    ).toEqual([]);
    expect((await recording.send('GET', '/v1/imports/nothing')).status).toBe(404);
  });

  it('lists the newest jobs first, page by page', async () => {
    const ids = [];
    for (let count = 0; count < 3; count++) ids.unshift((await imports.imported('')).id);
    const first = await recording.send('GET', '/v1/imports?limit=2');
    const next = /<(.+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
    const pages = [await first.json(), await (await recording.send('GET', next)).json()] as ImportView[][];
    expect(
      pages
        .flat()
        .slice(0, 3)
        .map(({ id }) => id),
    ).toEqual(ids);
  });

  it('notes in the access log who started and read which import', async () => {
    const { id } = await imports.imported('');
    const { rows } = await recording.pool.query<{ operation: string }>(
      'SELECT DISTINCT operation FROM access.access_log WHERE resource = $1 ORDER BY 1',
      [`/v1/imports/${id}`],
    );
    expect(rows.map(({ operation }) => operation)).toEqual(['read-import', 'start-import']);
  });
});
