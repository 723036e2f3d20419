import { eventId } from '@lueckenlos/event-store';
import { reached } from '../testing/events';
import { SAMPLE_AREAS, SAMPLE_CHAIN } from '../testing/sample-definitions';
import { startRecording, type RunningRecording, type Sending } from '../testing/start-recording';

const BATCH: Sending = { type: 'application/cloudevents-batch+json' };
const JSON_TYPE: Sending = { as: 'statistics-unit', type: 'application/json' };

const matching = (pattern: RegExp): unknown => expect.stringMatching(pattern);

type Answer = Record<string, unknown> & { errors?: { pointer: string; code: string }[] };

describe('POST /v1/events', () => {
  let recording: RunningRecording;

  beforeAll(async () => {
    recording = await startRecording();
    expect((await recording.send('PUT', '/v1/chains/sample', SAMPLE_CHAIN, JSON_TYPE)).status).toBe(201);
    expect((await recording.send('PUT', '/v1/areas/sample', SAMPLE_AREAS, JSON_TYPE)).status).toBe(201);
  });
  afterAll(() => recording.stop());

  const post = async (body: unknown, sending: Sending = {}, query = ''): Promise<[number, Answer]> => {
    const response = await recording.send('POST', `/v1/events${query}`, body, sending);
    return [response.status, (await response.json()) as Answer];
  };

  it('answers 201 with a receipt, and the identical event again 200 with the same receipt', async () => {
    const event = reached(
      'kita',
      '2015-08',
      { id: 'p/1', subject: 'p1' },
      { area: '010', povertyRisk: true },
    );
    const response = await recording.send('POST', '/v1/events', event);
    const receipt = (await response.json()) as Answer;
    expect([response.status, response.headers.get('location')]).toEqual([201, '/v1/events/p%2F1']);
    expect(receipt).toEqual({
      id: 'p/1',
      source: '/agencies/youth-office',
      stream: 'case-p1',
      revision: 0,
      position: matching(/^\d+$/),
      recordedAt: matching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      warnings: [],
    });
    expect(await post(event)).toEqual([200, receipt]);
    expect(await post({ ...event, time: '2026-01-01T00:00:00Z' })).toEqual([200, receipt]);
  });

  it('answers 409 for the same id with other content', async () => {
    await post(reached('kita', '2015-08', { id: 'p2', subject: 'p2' }));
    const [status, problem] = await post(reached('kita', '2015-09', { id: 'p2', subject: 'p2' }));
    expect([status, problem.code]).toEqual([409, 'recording.same-id-different-content']);
  });

  it('tells every fault at once, in the language of the sender', async () => {
    const event = reached('nothing', '2015-13', { id: '' }, { area: '999', colour: 'red' });
    const response = await recording.send('POST', '/v1/events', event, {
      headers: { 'accept-language': 'de' },
    });
    const problem = (await response.json()) as Answer & { title: string };
    expect(response.status).toBe(422);
    expect(response.headers.get('content-type')).toMatch('application/problem+json');
    expect(problem.errors?.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
      'recording.bad-id /id',
      'recording.bad-month /data/occurredOn',
      'recording.unknown-member /data/colour',
      'recording.unknown-stage /data/stage',
      'recording.unknown-area /data/area',
    ]);
    expect(problem.title).toBe('Ungültige Kennung');
    expect(JSON.stringify(problem)).toMatch('birth, kita, school');
  });

  it.each([
    [
      "someone else's source",
      reached('kita', '2015-08', { source: '/agencies/job-centre' }),
      403,
      'recording.foreign-source',
    ],
    ['a stage of another agency', reached('school', '2018-08'), 403, 'recording.stage-not-allowed'],
    [
      'a type of another agency',
      { ...reached('kita', '2015-08'), type: 'lueckenlos.died.v1', data: { occurredOn: '2015-08' } },
      403,
      'recording.type-not-allowed',
    ],
    [
      'knownat',
      reached('kita', '2015-08', { knownat: '2015-09-01T00:00:00Z' }),
      403,
      'recording.backfill-not-allowed',
    ],
    ['a list', [], 422, 'recording.not-an-object'],
    ['NUL', reached('kita', '2015-08', { id: 'a\u0000' }), 422, 'recording.bad-id'],
    ['broken JSON', '{"id":', 400, 'platform.broken-json'],
    ['a NUL byte', '\u0000', 400, 'platform.broken-json'],
    ['invalid UTF-8', new Uint8Array([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x7d]), 400, 'platform.invalid-utf8'],
    ['nothing', '', 400, 'platform.empty-body'],
    ['deep nesting', `${'['.repeat(200_000)}${']'.repeat(200_000)}`, 422, 'recording.not-an-object'],
    [
      'deep nesting in an event',
      `{"data":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}`,
      422,
      'recording.missing-member',
    ],
  ])('refuses %s', async (_, body, status, code) => {
    const [answered, problem] = await post(body);
    expect([answered, problem.code]).toEqual([status, code]);
  });

  it('refuses plain JSON and other media types, and what is compressed badly', async () => {
    const event = reached('kita', '2015-08');
    const [plain, problem] = await post(event, { type: 'application/json' });
    expect([plain, problem.code]).toEqual([415, 'recording.unsupported-media-type']);
    expect((await post('a', { type: 'text/plain' }))[0]).toBe(415);
    const broken = await post('no gzip', { headers: { 'content-encoding': 'gzip' } });
    expect([broken[0], broken[1].code]).toEqual([400, 'platform.broken-compression']);
  });

  it('refuses repeated, unknown and wrong query parameters', async () => {
    for (const query of ['?mode=each&mode=all', '?mode=some', '?dryRun=yes', '?dryrun=true']) {
      expect([query, (await post(reached('kita', '2015-08'), {}, query))[0]]).toEqual([query, 400]);
    }
  });

  it('needs a token, and the scope to send', async () => {
    const anonymous = await recording.send('POST', '/v1/events', {}, { headers: { authorization: '' } });
    expect(anonymous.status).toBe(401);
    expect((await post({}, { as: 'coordinator' }))[0]).toBe(403);
  });

  describe('with a batch', () => {
    const row = (id: string, month = '2015-08'): object => reached('kita', month, { id, subject: 'batch' });

    it('answers for every row, and stores the good ones', async () => {
      const [status, answer] = await post([row('b1'), row('b2', '2015-13'), row('b1'), 7], BATCH);
      expect(status).toBe(200);
      expect(answer).toMatchObject({ accepted: 1, duplicates: 1, rejected: 2 });
      expect(answer.results).toMatchObject([
        { index: 0, id: 'b1', outcome: 'accepted', position: matching(/^\d+$/) },
        { index: 1, id: 'b2', outcome: 'rejected', problem: { status: 422, code: 'recording.bad-month' } },
        { index: 2, id: 'b1', outcome: 'duplicate', position: matching(/^\d+$/) },
        { index: 3, id: null, outcome: 'rejected', problem: { code: 'recording.not-an-object' } },
      ]);
    });

    it('stores nothing of a bad one that is all or nothing', async () => {
      const [status, answer] = await post([row('c1'), row('c2', '2015-13')], BATCH, '?mode=all');
      expect([status, answer.accepted, answer.rejected]).toEqual([200, 0, 2]);
      expect(answer.results).toMatchObject([{ problem: { code: 'recording.batch-refused' } }, {}]);
      expect((await recording.send('GET', '/v1/events/c1')).status).toBe(404);
    });

    it('stores nothing in a dry run', async () => {
      const [status, answer] = await post([row('d1')], BATCH, '?dryRun=true');
      expect([status, answer.accepted]).toEqual([200, 1]);
      expect((await recording.send('GET', '/v1/events/d1')).status).toBe(404);
      expect((await post(row('d2'), {}, '?dryRun=true'))[0]).toBe(200);
      expect((await recording.send('GET', '/v1/events/d2')).status).toBe(404);
    });

    it('is refused with more than 1,000 rows, or where it is no list', async () => {
      const many = Array.from({ length: 1_001 }, (_, at) => row(`m${at}`));
      expect(await post(many, BATCH)).toMatchObject([413, { code: 'recording.batch-too-large' }]);
      expect(await post(row('x'), BATCH)).toMatchObject([422, { code: 'recording.not-a-batch' }]);
      expect(await post([], BATCH)).toMatchObject([200, { accepted: 0, results: [] }]);
    });
  });

  it('leaves the event or counts in the access log, and never what was sent', async () => {
    await post([reached('kita', '2015-08', { id: 'secret-id', subject: 'secret-case' })], BATCH);
    await post(reached('kita', '2015-08', { id: 'secret-2', subject: 'secret-case' }));
    const { rows } = await recording.pool.query<Record<string, unknown>>('SELECT * FROM access.access_log');
    const text = JSON.stringify(rows);
    expect(text).toMatch('accepted=1 duplicates=0 rejected=0');
    expect(text).toMatch(`event ${eventId('/agencies/youth-office', 'secret-2')}`);
    expect(text).toMatch('refused:recording.same-id-different-content');
    expect(text).not.toMatch(/secret|case-p|kita/);
  });

  it('is described with both media types and an example', async () => {
    const response = await recording.send('GET', '/openapi.json');
    const document = (await response.json()) as {
      paths: Record<string, Record<string, { requestBody?: object }>>;
    };
    expect(document.paths['/v1/events']?.post?.requestBody).toMatchObject({
      content: { 'application/cloudevents+json': {}, 'application/cloudevents-batch+json': {} },
    });
    expect(JSON.stringify(document)).toMatch('"PartnerCloudEvent"');
  });
});
