import { corrected, reached, retracted } from '../testing/events';
import { SAMPLE_AREAS, SAMPLE_CHAIN } from '../testing/sample-definitions';
import { startRecording, type RunningRecording } from '../testing/start-recording';

interface Own {
  id: string;
  state: string;
  receipt: { position: string };
}

describe("an agency's own records", () => {
  let recording: RunningRecording;

  beforeAll(async () => {
    recording = await startRecording();
    const json = { as: 'statistics-unit', type: 'application/json' };
    await recording.send('PUT', '/v1/chains/sample', SAMPLE_CHAIN, json);
    await recording.send('PUT', '/v1/areas/sample', SAMPLE_AREAS, json);
    for (const event of [
      reached('kita', '2015-08-14', { id: 'fact', subject: 'o1' }),
      reached('kita', '2016-08', { id: 'näm/e ?', subject: 'o2' }),
      corrected('fact', '2015-09', { id: 'first', subject: 'o1' }),
      corrected('fact', '2015-10', { id: 'second', subject: 'o1' }),
      corrected('later', '2015-09', { id: 'parked', subject: 'o1' }),
      corrected('elsewhere', '2015-09', { id: 'lost', subject: 'o1' }),
      reached('kita', '2016-08', { id: 'elsewhere', subject: 'o3' }),
      retracted('elsewhere', { id: 'back', subject: 'o3' }),
    ]) {
      expect((await recording.send('POST', '/v1/events', event)).status).toBe(201);
    }
  });
  afterAll(() => recording.stop());

  const get = async (path: string, as?: string): Promise<[number, Record<string, unknown>]> => {
    const response = await recording.send('GET', path, undefined, { as });
    return [response.status, (await response.json()) as Record<string, unknown>];
  };

  it.each([
    ['fact', 'corrected'],
    ['first', 'corrected'],
    ['second', 'in-force'],
    ['parked', 'parked'],
    ['lost', 'without-effect'],
    ['elsewhere', 'retracted'],
    ['back', 'in-force'],
  ])('%s is %s', async (id, state) => {
    expect(await get(`/v1/events/${id}`)).toMatchObject([200, { id, state }]);
  });

  it('are given with the receipt, without a day, and with the warnings of their arrival', async () => {
    expect(await get('/v1/events/fact')).toMatchObject([
      200,
      {
        specversion: '1.0',
        source: '/agencies/youth-office',
        type: 'lueckenlos.stage-reached.v1',
        subject: 'o1',
        data: { stage: 'kita', occurredOn: '2015-08' },
        receipt: { id: 'fact', stream: 'case-o1', revision: 0 },
        warnings: [],
      },
    ]);
    const [, parked] = await get('/v1/events/parked');
    expect(parked.warnings).toMatchObject([
      { code: 'recording.target-not-yet-known', pointer: '/data/corrects' },
    ]);
  });

  it('are found under any id that may be sent', async () => {
    expect(await get(`/v1/events/${encodeURIComponent('näm/e ?')}`)).toMatchObject([200, { id: 'näm/e ?' }]);
  });

  it("can't be told from unknown ones by anybody else", async () => {
    const [status, foreign] = await get('/v1/events/fact', 'job-centre');
    const [, unknown] = await get('/v1/events/never-sent', 'job-centre');
    expect(status).toBe(404);
    expect({ ...foreign, instance: '' }).toEqual({ ...unknown, instance: '' });
    expect((await get('/v1/events', 'job-centre'))[1]).toEqual({ events: [], next: null });
    expect((await get('/v1/events/fact', 'coordinator'))[0]).toBe(403);
  });

  it('are listed in pages, newest last', async () => {
    const ids: string[] = [];
    let next: string | null = '0';
    while (next !== null) {
      const [, page] = await get(`/v1/events?after=${next}&limit=3`);
      ids.push(...(page.events as Own[]).map(({ id }) => id));
      next = page.next as string | null;
    }
    expect(ids).toEqual(['fact', 'näm/e ?', 'first', 'second', 'parked', 'lost', 'elsewhere', 'back']);
    const [, all] = await get('/v1/events');
    expect((all.events as Own[]).map(({ state }) => state)).toContain('without-effect');
  });

  it.each([
    '?after=x',
    '?after=-1',
    '?after=99999999999999999999',
    '?limit=0',
    '?limit=1001',
    '?limit=1.5',
    '?page=2',
    '?limit=1&limit=2',
  ])('are not listed with %s', async (query) => {
    expect((await get(`/v1/events${query}`))[0]).toBe(400);
  });

  it('leave a trace in the access log, by the id of the event', async () => {
    const { rows } = await recording.pool.query<{ operation: string; resource: string }>(
      "SELECT operation, resource FROM access.access_log WHERE operation LIKE '%own%'",
    );
    expect(rows.map(({ operation }) => operation)).toEqual(
      expect.arrayContaining(['read-own-record', 'list-own-records']),
    );
    expect(JSON.stringify(rows)).not.toMatch(/fact|case-o/);
  });
});
