import JSONstat from 'jsonstat-toolkit';
import { answer } from '../testing/answers';
import { children, definitions } from '../testing/small-town';
import { startFigures, type Asking, type RunningFigures } from '../testing/start-figures';
import { calendarAnnounced, delivered } from '../testing/stored-events';
import { afterwards, change, type Changes } from './testing/told-afterwards';

describe('GET /v1/changes', () => {
  let figures: RunningFigures;
  const START = definitions.length + children.length;

  beforeAll(async () => {
    figures = await startFigures(() => new Date('2018-01-01T00:00:00Z'));
    await figures.append([...definitions, ...children]);
    for (const delivery of afterwards) await figures.append([delivery]);
    await figures.project();
  });
  afterAll(() => figures.stop());

  const path = (between: string, more = ''): string =>
    `/v1/changes?chain=small&asOf=2016-06&between=${between}${more}`;
  const ask = (from: number, to: number, more = ''): Promise<Changes> =>
    answer(figures, path(`${from},${to}`, more));
  const EXPECTED = [
    { stage: 'visit', status: 'reached_on_time', ...change(2, 1, 0, 1, { retracted: 1 }) },
    { stage: 'visit', status: 'skipped', ...change(1, 3, 2, 0, { retracted: 1, 'stage-reached': 1 }) },
    { stage: 'visit', status: 'lost', ...change(1, 0, 0, 1, { 'stage-reached': 1 }) },
    { stage: 'kita', status: 'reached_on_time', ...change(1, 2, 1, 0, { 'stage-reached': 1 }) },
    { stage: 'kita', status: 'lost', ...change(2, 1, 0, 1, { 'stage-reached': 1 }) },
  ];

  it('tells what changed between two positions and through what, worked out by hand', async () => {
    expect(await ask(START, START + 3)).toEqual({
      chain: 'small',
      chainVersions: [1, 2],
      chainPosition: '1',
      asOf: '2016-06',
      boundaries: '2016-06',
      between: [String(START), String(START + 3)],
      position: String(START + 4),
      release: null,
      exact: true,
      scope: [
        { scope: 'present', ...change(5, 4, 0, 1, { died: 1 }) },
        { scope: 'died', ...change(1, 2, 1, 0, { died: 1 }) },
      ],
      rows: EXPECTED,
    });
  });

  it('tells a move inside the town where areas are asked for, and nothing where they are not', async () => {
    const whole = await ask(START + 3, START + 4);
    expect([whole.scope, whole.rows]).toEqual([[], []]);
    const moved = { through: { relocated: 1 } };
    expect((await ask(START + 3, START + 4, '&by=area')).rows).toMatchObject([
      { area: 'D1', stage: 'birth', status: 'reached_on_time', before: 2, after: 3, ...moved },
      { area: 'D1', stage: 'visit', status: 'reached_on_time', before: 0, after: 1, ...moved },
      { area: 'D1', stage: 'kita', status: 'lost', before: 0, after: 1, ...moved },
      { area: 'D2', stage: 'birth', status: 'reached_on_time', before: 2, after: 1, ...moved },
      { area: 'D2', stage: 'visit', status: 'reached_on_time', before: 1, after: 0, ...moved },
      { area: 'D2', stage: 'kita', status: 'lost', before: 1, after: 0, ...moved },
    ]);
  });

  it('knows nothing at position 0', async () => {
    const { scope, rows } = await ask(0, START);
    expect(scope.map(({ before, after }) => [before, after])).toEqual([
      [0, 5],
      [0, 1],
      [0, 1],
      [0, 1],
      [0, 1],
    ]);
    expect(rows.every(({ before, left, entered, after }) => before + left === 0 && entered === after)).toBe(
      true,
    );
  });

  it('keeps to the filters', async () => {
    const { scope, rows } = await ask(START, START + 3, '&povertyRisk=true');
    expect([scope, rows.map(({ stage, status }) => `${stage} ${status}`)]).toEqual([
      [],
      ['visit reached_on_time', 'visit skipped'],
    ]);
  });

  it('compares under one version of the chain as well', async () => {
    expect((await ask(START, START + 3, '&chainVersion=1')).rows).toEqual(EXPECTED);
  });

  it('is written as CSV, with the scope on lines without a stage', async () => {
    const response = await figures.get(path(`${START},${START + 3}`, '&format=csv'));
    expect(response.headers.get('content-type')).toContain('text/csv');
    expect((await response.text()).split('\r\n')).toEqual([
      'stage,status,before,after,entered,left,through',
      ',present,5,4,0,1,died:1',
      ',died,1,2,1,0,died:1',
      'visit,reached_on_time,2,1,0,1,retracted:1',
      'visit,skipped,1,3,2,0,retracted:1 stage-reached:1',
      'visit,lost,1,0,0,1,stage-reached:1',
      'kita,reached_on_time,1,2,1,0,stage-reached:1',
      'kita,lost,2,1,0,1,stage-reached:1',
      '',
    ]);
  });

  it('is written as JSON-stat, with before and after side by side', async () => {
    const dataset = JSONstat(
      await answer<object>(figures, path(`${START},${START + 3}`, '&format=json-stat')),
    );
    const at = (state: string): number | null => dataset.Data({ stage: 'kita', status: 'lost', state }).value;
    expect(['before', 'after', 'entered', 'left'].map(at)).toEqual([2, 1, 0, 1]);
  });

  it('is in the access log', async () => {
    await figures.get(path('1,2'), { headers: { purpose: 'why other than last year' } });
    const { rows } = await figures.pool.query<object>(
      'SELECT operation, purpose, outcome FROM access.access_log ORDER BY id DESC LIMIT 1',
    );
    expect(rows).toEqual([
      { operation: 'read-changes', purpose: 'why other than last year', outcome: 'given' },
    ]);
  });

  it.each([
    ['no positions', 'chain=small&asOf=2016-06', 400, 'platform.parameter-missing /between'],
    ['no as-of month', 'chain=small&between=1,2', 400, 'platform.parameter-missing /asOf'],
    ['one position', 'chain=small&asOf=2016-06&between=1', 400, 'platform.parameter-format /between'],
    ['three positions', 'chain=small&asOf=2016-06&between=1,2,3', 400, 'platform.parameter-format /between'],
    ['words', 'chain=small&asOf=2016-06&between=then,now', 400, 'platform.parameter-format /between'],
    [
      'a negative position',
      'chain=small&asOf=2016-06&between=-1,2',
      400,
      'platform.parameter-format /between',
    ],
    [
      'a position beyond 64 bits',
      'chain=small&asOf=2016-06&between=1,99999999999999999999',
      400,
      'platform.parameter-format /between',
    ],
    [
      'one position twice',
      'chain=small&asOf=2016-06&between=5,5',
      400,
      'figures.positions-not-ascending /between',
    ],
    [
      'reversed ones',
      'chain=small&asOf=2016-06&between=9,5',
      400,
      'figures.positions-not-ascending /between',
    ],
    [
      'one ahead of the log',
      'chain=small&asOf=2016-06&between=5,999',
      422,
      'figures.position-ahead /between',
    ],
    [
      'a known-before instant',
      'chain=small&asOf=2016-06&between=1,2&knownBefore=2017-01-01T00:00:00Z',
      400,
      'platform.parameter-unknown /knownBefore',
    ],
    [
      'a release',
      'chain=small&asOf=2016-06&between=1,2&release=latest',
      400,
      'platform.parameter-unknown /release',
    ],
    ['an unknown chain', 'chain=large&asOf=2016-06&between=1,2', 404, 'figures.unknown-chain /chain'],
    [
      'an unknown version',
      'chain=small&asOf=2016-06&between=1,2&chainVersion=9',
      422,
      'figures.unknown-chain-version /chainVersion',
    ],
  ])('refuses %s', async (_, query, expected, fault) => {
    const response = await figures.get(`/v1/changes?${query}`);
    const { errors } = (await response.json()) as { errors: { code: string; pointer: string }[] };
    expect([response.status, errors.map(({ code, pointer }) => `${code} ${pointer}`)]).toEqual([
      expected,
      [fault],
    ]);
  });

  it('says how far the read models are', async () => {
    const response = await figures.get(path('5,999'), { headers: { 'accept-language': 'de' } });
    expect(((await response.json()) as { detail: string }).detail).toBe(
      `Die Auswertung geht bis Position ${START + 4}; 999 liegt dahinter.`,
    );
  });

  it.each<[string, Asking, number]>([
    ['coordinator', { as: 'coordinator' }, 403],
    ['agency', { as: 'youth-office' }, 403],
    ['stranger', { as: null }, 401],
  ])('tells the %s nothing', async (_, asking, status) => {
    expect((await figures.get(path('1,2'), asking)).status).toBe(status);
  });

  it('names what agencies said about their deliveries where only that changed what counts as lost', async () => {
    const monthly = { rhythm: 'monthly', from: '2015-01', dueWithinMonths: 1 } as const;
    const head = Number(
      await figures.append([
        calendarAnnounced('youth-office', [{ stages: ['kita'], ...monthly }], '2017-05-01T00:00:00.000Z'),
      ]),
    );
    const data = { period: { from: '2015-01', to: '2016-06' } };
    await figures.append([
      delivered('youth-office', { kind: 'delivery-completed', id: 'all', knownAt: Date.UTC(2017, 5), data }),
    ]);
    await figures.project();
    const told = async (from: number, to: number): Promise<unknown[]> =>
      (await ask(from, to, '&by=area')).rows.map((row) => [
        ...[row.area, row.stage, row.status],
        ...[row.entered, row.left, row.through],
      ]);
    // `late` is the last one that is lost at kita.
    expect(await told(head - 1, head)).toEqual([
      ['D1', 'kita', 'overdue', 1, 0, { 'delivery-calendar-defined': 1 }],
      ['D1', 'kita', 'lost', 0, 1, { 'delivery-calendar-defined': 1 }],
    ]);
    expect(await told(head, head + 1)).toEqual([
      ['D1', 'kita', 'overdue', 0, 1, { 'delivery-completed': 1 }],
      ['D1', 'kita', 'lost', 1, 0, { 'delivery-completed': 1 }],
    ]);
    expect(await told(head - 1, head + 1)).toEqual([]);
  });
});
