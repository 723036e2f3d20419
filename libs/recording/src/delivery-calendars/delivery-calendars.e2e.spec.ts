import { completed, corrected, reopened, retracted } from '../testing/events';
import { SAMPLE_AREAS, SAMPLE_CHAIN } from '../testing/sample-definitions';
import { startRecording, type RunningRecording } from '../testing/start-recording';

interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown> & { errors?: { code: string; pointer: string }[] };
}

const QUARTERLY = { stages: ['kita'], rhythm: 'quarterly', from: '2025-01', dueWithinMonths: 2 };
const CALENDAR = { deliveries: [QUARTERLY] };
const PATH = '/v1/delivery-calendars/youth-office';

describe('delivery calendars over HTTP', () => {
  let recording: RunningRecording;

  beforeAll(async () => {
    recording = await startRecording();
    await put('/v1/chains/sample', SAMPLE_CHAIN, 'statistics-unit');
    await put('/v1/areas/sample', SAMPLE_AREAS, 'statistics-unit');
  });
  afterAll(() => recording.stop());

  async function answer(response: Promise<Response>): Promise<Answer> {
    const { status, ...got } = await response.then(async (r) => ({ status: r.status, body: await r.json() }));
    return { status, body: got.body as Answer['body'] };
  }
  const put = (path: string, body: unknown, as = 'youth-office', language = 'en'): Promise<Answer> =>
    answer(
      recording.send('PUT', path, body, {
        as,
        type: 'application/json',
        headers: { 'accept-language': language },
      }),
    );
  const get = (path: string, as = 'coordinator'): Promise<Answer> =>
    answer(recording.send('GET', path, undefined, { as }));
  const post = (event: unknown): Promise<Answer> => answer(recording.send('POST', '/v1/events', event));
  const warnings = ({ body }: Answer): string[] =>
    (body.warnings as { code: string; pointer: string }[]).map(({ code, pointer }) => `${code} ${pointer}`);

  it('are announced by the agency itself, changed, and said again without an event', async () => {
    expect(await get(PATH)).toMatchObject({ status: 404, body: { code: 'deliveries.unknown-calendar' } });
    expect(await put(PATH, { deliveries: [] })).toEqual({ status: 201, body: { deliveries: [] } });
    expect(await put(PATH, CALENDAR)).toEqual({ status: 200, body: CALENDAR });
    expect(await put(PATH, CALENDAR)).toEqual({ status: 200, body: CALENDAR });
    expect(await get(PATH)).toEqual({ status: 200, body: CALENDAR });
    const { rows } = await recording.pool.query<{ n: number; first: Date }>(
      `SELECT count(*)::integer AS n, max(recorded_at) AS first FROM event_store.event WHERE stream = $1`,
      ['deliveries-youth-office'],
    );
    expect(rows[0]?.n).toBe(2);
    const before = rows[0]?.first.toISOString() ?? '';
    expect(await get(`${PATH}?knownBefore=${before}`)).toEqual({ status: 200, body: { deliveries: [] } });
    expect((await get(`${PATH}?knownBefore=2020-01-01T00:00:00Z`)).status).toBe(404);
    expect((await get(`${PATH}?knownBefore=yesterday`)).status).toBe(400);
  });

  it('are announced for others with the scope for definitions only', async () => {
    const path = '/v1/delivery-calendars/school-office';
    const calendar = { deliveries: [{ ...QUARTERLY, stages: ['school'] }] };
    expect(await put(path, calendar)).toMatchObject({
      status: 403,
      body: { code: 'deliveries.foreign-calendar' },
    });
    expect((await put(path, calendar, 'statistics-unit')).status).toBe(201);
    expect((await put(path, calendar, 'operator')).status).toBe(403);
    expect(await get('/v1/delivery-calendars')).toEqual({
      status: 200,
      body: [
        { agency: 'school-office', ...calendar },
        { agency: 'youth-office', ...CALENDAR },
      ],
    });
    expect(await put('/v1/delivery-calendars/nobody', calendar, 'statistics-unit')).toMatchObject({
      status: 404,
      body: { code: 'deliveries.unknown-agency' },
    });
  });

  it('are refused with everything that is wrong, in the language of the reader', async () => {
    const wrong = {
      deliveries: [
        { ...QUARTERLY, stages: ['school', 'x'], areas: ['010', 7], from: 'soon', colour: 1 },
        { stages: [], rhythm: 'daily' },
      ],
    };
    const { status, body } = await put(PATH, wrong, 'youth-office', 'de');
    expect([status, body.errors?.map(({ code, pointer }) => `${code} ${pointer}`)]).toEqual([
      422,
      [
        'definitions.unknown-member /deliveries/0/colour',
        'definitions.wrong-type /deliveries/0/areas',
        'definitions.missing-member /deliveries/1/from',
        'definitions.missing-member /deliveries/1/dueWithinMonths',
        'definitions.foreign-stage /deliveries/0/stages/0',
        'definitions.unknown-stage /deliveries/0/stages/1',
        'definitions.bad-month /deliveries/0/from',
        'definitions.empty-list /deliveries/1/stages',
        'definitions.unknown-rhythm /deliveries/1/rhythm',
      ],
    ]);
    expect(JSON.stringify(body)).toContain('Keine Kette definiert die Station x.');
    expect(await get(PATH)).toEqual({ status: 200, body: CALENDAR });
  });

  it('let a period be completed, said again, and reopened, with warnings for what changes nothing', async () => {
    const first = await post(completed('2025-01', '2025-03', { id: 'q1' }));
    expect([first.status, warnings(first)]).toEqual([201, []]);
    expect(first.body).toMatchObject({ stream: 'deliveries-youth-office', source: '/agencies/youth-office' });
    expect((await post(completed('2025-01', '2025-03', { id: 'q1' }))).status).toBe(200);
    expect((await post(completed('2025-01', '2025-04', { id: 'q1' }))).status).toBe(409);
    expect(warnings(await post(completed('2025-01', '2025-03', { id: 'again' })))).toEqual([
      'recording.delivery-nothing-new /data/period',
    ]);
    expect(warnings(await post(completed('2024-01', '2024-12', { id: 'early' })))).toEqual([
      'recording.delivery-not-announced /data/period',
    ]);
    expect(warnings(await post(reopened('2025-03', '2025-03', { id: 'back' })))).toEqual([]);
    expect(warnings(await post(completed('2025-01', '2025-03', { id: 'q1b' })))).toEqual([]);
    const own = await get('/v1/events/q1', 'youth-office');
    expect(own.body).toMatchObject({
      type: 'lueckenlos.delivery-completed.v1',
      data: { period: { from: '2025-01', to: '2025-03' } },
      state: 'in-force',
    });
    expect(own.body).not.toHaveProperty('subject');
  });

  it('are completed in a batch among other rows, of which a later one sees an earlier', async () => {
    const batch = [
      completed('2025-04', '2025-06', { id: 'b1' }),
      completed('2025-04', '2025-06', { id: 'b2' }),
    ];
    const response = recording.send('POST', '/v1/events', batch, {
      type: 'application/cloudevents-batch+json',
    });
    const { results } = (await answer(response)).body as unknown as { results: { warnings?: unknown[] }[] };
    expect(results.map((result) => result.warnings?.length ?? 0)).toEqual([0, 1]);
  });

  it('are not corrected: a completion is undone by its opposite, whichever came first', async () => {
    await post(corrected('late', '2025-05', { id: 'c-late' }));
    await post(completed('2025-07', '2025-09', { id: 'late' }));
    expect((await get('/v1/events/c-late', 'youth-office')).body).toMatchObject({ state: 'without-effect' });
    for (const event of [corrected('late', '2025-05', { id: 'c2' }), retracted('late', { id: 'c3' })]) {
      expect(await post(event)).toMatchObject({
        status: 422,
        body: { code: 'recording.target-not-correctable' },
      });
    }
  });
});
