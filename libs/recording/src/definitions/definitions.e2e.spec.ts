import { reached } from '../testing/events';
import { SAMPLE_AREAS, SAMPLE_CHAIN } from '../testing/sample-definitions';
import { startRecording, type RunningRecording } from '../testing/start-recording';

interface Problem {
  readonly code: string;
  readonly title: string;
  readonly errors: readonly { pointer: string; code: string }[];
}

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

describe('definitions over HTTP', () => {
  let recording: RunningRecording;

  beforeAll(async () => {
    recording = await startRecording();
  });
  afterAll(() => recording.stop());

  async function put(path: string, body: unknown, as = 'statistics-unit', language = 'en'): Promise<Answer> {
    const response = await recording.send('PUT', path, body, {
      as,
      type: 'application/json',
      headers: { 'accept-language': language },
    });
    return { status: response.status, headers: response.headers, body: await response.json() };
  }

  async function get(path: string, as = 'youth-office'): Promise<Answer> {
    const response = await recording.send('GET', path, undefined, { as });
    return { status: response.status, headers: response.headers, body: await response.json() };
  }

  const faults = ({ body }: Answer): string[] =>
    (body as Problem).errors.map(({ code, pointer }) => `${code} ${pointer}`);
  const logged = async (stream: string): Promise<number> => {
    const { rows } = await recording.pool.query<{ n: string }>(
      'SELECT count(*) AS n FROM event_store.event WHERE stream = $1',
      [stream],
    );
    return Number(rows[0]?.n);
  };
  const renamed = (name: string): object => ({ ...SAMPLE_CHAIN, title: { de: name, en: name } });

  it('answers 201 for a new chain, 200 for a change, and stores no event where nothing changes', async () => {
    const first = await put('/v1/chains/c1', SAMPLE_CHAIN);
    expect([first.status, first.body, first.headers.get('etag')]).toEqual([201, SAMPLE_CHAIN, '"0"']);
    const reordered = { versions: SAMPLE_CHAIN.versions, title: { en: 'x', de: 'x' } };
    expect((await put('/v1/chains/c1', reordered)).status).toBe(200);
    expect(await logged('chain-c1')).toBe(1);
    expect(await put('/v1/chains/c1', renamed('new'))).toMatchObject({ status: 200, body: renamed('new') });
    expect(await logged('chain-c1')).toBe(2);
    // Back to the first content: a change again, not the first event once more.
    await put('/v1/chains/c1', SAMPLE_CHAIN);
    expect(await logged('chain-c1')).toBe(3);
  });

  it('gives back what PUT takes', async () => {
    await put('/v1/chains/c2', SAMPLE_CHAIN);
    const { body } = await get('/v1/chains/c2');
    expect(await put('/v1/chains/c2', body)).toMatchObject({ status: 200, body: SAMPLE_CHAIN });
    expect(await logged('chain-c2')).toBe(1);
    expect((await get('/v1/chains')).body).toContainEqual({ id: 'c2', ...SAMPLE_CHAIN });
  });

  it('keeps earlier definitions readable by the instant before which they were known', async () => {
    await put('/v1/chains/c3', renamed('old'));
    await put('/v1/chains/c3', renamed('new'));
    const { rows } = await recording.pool.query<{ at: string }>(
      `SELECT to_char(recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at
       FROM event_store.event WHERE stream = 'chain-c3' ORDER BY revision`,
    );
    const before = (at: string | undefined): Promise<Answer> => get(`/v1/chains/c3?knownBefore=${at}`);
    expect((await before(rows[1]?.at)).body).toEqual(renamed('old'));
    expect((await before(rows[0]?.at)).status).toBe(404);
    expect((await before('2999-01-01T00:00:00Z')).body).toEqual(renamed('new'));
    expect((await before('2026-02-30T00:00:00Z')).status).toBe(400);
    expect((await get('/v1/chains/c3?on=2026-01')).status).toBe(400);
    expect((await get('/v1/chains/nothing')).status).toBe(404);
  });

  it('keeps a planned version as it was sent, and switches it on', async () => {
    const [first] = SAMPLE_CHAIN.versions;
    const second = { ...first, version: 2, validForBirthsFrom: '2022-10', inForce: false };
    const planned = { ...SAMPLE_CHAIN, versions: [first, second] };
    expect(await put('/v1/chains/planned', planned)).toMatchObject({ status: 201, body: planned });
    expect((await get('/v1/chains/planned')).body).toEqual(planned);
    const on = { ...planned, versions: [first, { ...second, inForce: true }] };
    expect(await put('/v1/chains/planned', on)).toMatchObject({ status: 200, body: on });
    expect(await logged('chain-planned')).toBe(2);
    const unclear = { ...planned, versions: [first, { ...second, inForce: null }] };
    expect(faults(await put('/v1/chains/planned', unclear))).toEqual([
      'definitions.wrong-type /versions/1/inForce',
    ]);
    const none = { ...planned, versions: [{ ...first, inForce: false }] };
    expect(faults(await put('/v1/chains/planned', none))).toEqual([
      'definitions.no-version-in-force /versions',
    ]);
  });

  it('is in force for the intake at once', async () => {
    const stages = [...(SAMPLE_CHAIN.versions[0]?.stages ?? [])].map((stage) => ({ ...stage }));
    const event = reached('kita', '2015-08', { id: 'at-once' }, { area: 'new-area' });
    const type = { type: 'application/cloudevents+json' };
    expect((await recording.send('POST', '/v1/events', event, type)).status).toBe(422);
    await put('/v1/chains/c4', { ...SAMPLE_CHAIN, versions: [{ ...SAMPLE_CHAIN.versions[0], stages }] });
    await put('/v1/areas/m4', { validFrom: '2026-01', areas: [{ ...AREA, code: 'new-area' }] });
    expect((await recording.send('POST', '/v1/events', event, type)).status).toBe(201);
  });

  it('tells every fault at once, in shape and in rules, in the language of who asks', async () => {
    const body = {
      title: { de: 'x', en: 7, fr: 'x' },
      colour: 'red',
      versions: [
        {
          ...SAMPLE_CHAIN.versions[0],
          stages: [
            {
              id: 'birth',
              title: { de: 'x', en: 'x' },
              due: { rule: 'monthsAfterBirth', months: 10 },
              grace: 0,
            },
            { id: 'a', title: { de: 'x', en: 'x' }, due: { rule: 'monthsAfterBirth', months: 9 } },
            { id: 'b', title: { de: 'x', en: 'x' }, due: { rule: 'someday' }, grace: 1.5 },
            null,
          ],
        },
      ],
    };
    const answer = await put('/v1/chains/c5', body, 'statistics-unit', 'de');
    expect(answer.status).toBe(422);
    expect((answer.body as Problem).title).toMatch(/Typ|Angabe/);
    expect(faults(answer).sort()).toEqual([
      'definitions.descending-due /versions/0/stages/1/due',
      'definitions.missing-member /versions/0/stages/1/grace',
      'definitions.unknown-member /colour',
      'definitions.unknown-member /title/fr',
      'definitions.wrong-type /title/en',
      'definitions.wrong-type /versions/0/stages/2/due/rule',
      'definitions.wrong-type /versions/0/stages/2/grace',
      'definitions.wrong-type /versions/0/stages/3',
    ]);
    expect(await logged('chain-c5')).toBe(0);
  });

  it.each<[string, unknown, string]>([
    ['a list', [], 'definitions.wrong-type '],
    ['null', null, 'definitions.wrong-type '],
    [
      'a member named like those of every object',
      { ...SAMPLE_CHAIN, constructor: 1 },
      'definitions.unknown-member /constructor',
    ],
    [
      'a line feed in a title',
      { ...SAMPLE_CHAIN, title: { de: 'a\nb', en: 'x' } },
      'definitions.control-character /title/de',
    ],
  ])('refuses %s', async (_, body, expected) => {
    const answer = await put('/v1/chains/c6', JSON.stringify(body));
    expect([answer.status, faults(answer)]).toEqual([422, expect.arrayContaining([expected])]);
  });

  it('refuses ids that fit no path, other media types and those without the scope', async () => {
    expect(faults(await put('/v1/chains/a%20b', SAMPLE_CHAIN))).toEqual(['definitions.bad-id ']);
    expect((await put('/v1/chains/c7', SAMPLE_CHAIN, 'coordinator')).status).toBe(403);
    for (const type of ['text/csv', 'application/cloudevents+json']) {
      const sending = { as: 'statistics-unit', type };
      expect((await recording.send('PUT', '/v1/chains/c7', SAMPLE_CHAIN, sending)).status).toBe(415);
    }
    expect((await get('/v1/chains', 'operator')).status).toBe(403);
    expect((await get('/v1/chains', 'coordinator')).status).toBe(200);
  });

  const AREA = { code: 'T', name: 'Town', parent: null, kind: 'municipality' };

  it('keeps one edition of the areas for each month from which one is valid', async () => {
    const edition = (validFrom: string, code: string): object => ({ validFrom, areas: [{ ...AREA, code }] });
    expect((await put('/v1/areas/m1', edition('2000-01', 'M1-a'))).status).toBe(201);
    expect((await put('/v1/areas/m1', edition('2026-01', 'M1-b'))).status).toBe(200);
    expect((await put('/v1/areas/m1', edition('2026-01', 'M1-c'))).status).toBe(200);
    expect((await get('/v1/areas/m1?on=2025-12')).body).toEqual(edition('2000-01', 'M1-a'));
    expect((await get('/v1/areas/m1?on=2026-01')).body).toEqual(edition('2026-01', 'M1-c'));
    expect((await get('/v1/areas/m1?on=1999-12')).status).toBe(404);
    expect((await get('/v1/areas/m1?on=2026-13')).status).toBe(400);
    expect((await put('/v1/areas/m1', edition('2000-01', 'M1-a'))).status).toBe(200);
    expect(await logged('areas-m1')).toBe(3);
  });

  it('gives an area code to one municipality only, also when two ask at once', async () => {
    const body = { ...SAMPLE_AREAS, areas: [{ ...AREA, code: 'wanted' }] };
    const answers = await Promise.all(['m2', 'm3'].map((id) => put(`/v1/areas/${id}`, body)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
    const refused = answers.find(({ status }) => status === 422);
    expect(refused && faults(refused)).toEqual(['definitions.area-taken /areas/0/code']);
  });

  it('takes two definitions of one chain at once one after the other', async () => {
    const answers = await Promise.all(
      ['one', 'two', 'three'].map((name) => put('/v1/chains/c8', renamed(name))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 201]);
    expect(await logged('chain-c8')).toBe(3);
  });

  it('notes in the access log who defined what, and who tried to', async () => {
    await put('/v1/chains/c9', SAMPLE_CHAIN);
    await put('/v1/chains/c9', {});
    const { rows } = await recording.pool.query<{ client_id: string; outcome: string }>(
      `SELECT client_id, outcome FROM access.access_log WHERE operation = 'define-chain' AND resource = '/v1/chains/c9' ORDER BY id`,
    );
    expect(rows).toEqual([
      { client_id: 'statistics-unit', outcome: 'given' },
      { client_id: 'statistics-unit', outcome: 'refused:definitions.missing-member' },
    ]);
  });
});
