import { answer } from '../testing/answers';
import { definitions } from '../testing/small-town';
import { startFigures, type RunningFigures } from '../testing/start-figures';
import { calendarAnnounced, delivered } from '../testing/stored-events';

interface Answer {
  readonly deliveries: readonly {
    readonly agency: string;
    readonly period: { readonly from: string; readonly to: string };
    readonly due: string;
    readonly state: string;
    readonly completedAt: string | null;
  }[];
}

describe('GET /v1/deliveries', () => {
  let figures: RunningFigures;
  const quarterly = { rhythm: 'quarterly', from: '2025-01', dueWithinMonths: 1 } as const;

  beforeAll(async () => {
    figures = await startFigures(() => new Date('2026-03-15T12:00:00Z'));
    const data = { period: { from: '2025-01', to: '2025-03' } };
    await figures.append([
      ...definitions,
      calendarAnnounced('youth-office', [{ stages: ['kita'], ...quarterly }], '2025-01-01T00:00:00.000Z'),
      calendarAnnounced(
        'health-office',
        [{ stages: ['visit'], areas: ['D1', 'D2'], ...quarterly, rhythm: 'half-yearly' }],
        '2025-01-01T00:00:00.000Z',
      ),
      delivered('youth-office', {
        kind: 'delivery-completed',
        id: 'q1',
        knownAt: Date.UTC(2025, 3, 9),
        data,
      }),
    ]);
    await figures.project();
  });
  afterAll(() => figures.stop());

  const ask = async (query = '', as = 'coordinator'): Promise<string[]> =>
    (await answer<Answer>(figures, `/v1/deliveries${query}`, { as })).deliveries.map(
      ({ agency, period: { from, to }, due, state, completedAt }) =>
        `${agency} ${from}–${to} due ${due} ${state} ${completedAt?.slice(0, 10) ?? '–'}`,
    );

  const OWN = [
    'youth-office 2025-01–2025-03 due 2025-04 completed 2025-04-09',
    'youth-office 2025-04–2025-06 due 2025-07 overdue –',
    'youth-office 2025-07–2025-09 due 2025-10 overdue –',
    'youth-office 2025-10–2025-12 due 2026-01 overdue –',
    'youth-office 2026-01–2026-03 due 2026-04 pending –',
  ];

  it('tells of every period that has ended what is due, completed, overdue', async () => {
    expect(await ask()).toEqual([
      'health-office 2025-01–2025-06 due 2025-07 overdue –',
      'health-office 2025-07–2025-12 due 2026-01 overdue –',
      ...OWN,
    ]);
    expect(await ask('?agency=youth-office&from=2025-06&to=2025-09')).toEqual(OWN.slice(1, 3));
  });

  it('shows an agency its own only', async () => {
    expect(await ask('', 'youth-office')).toEqual(OWN);
    expect(await ask('?agency=health-office', 'youth-office')).toEqual([]);
  });

  it('tells how it stood at an earlier instant', async () => {
    expect(await ask('?agency=youth-office&knownBefore=2025-04-09T00:00:00Z')).toEqual([
      'youth-office 2025-01–2025-03 due 2025-04 pending –',
    ]);
    expect(await ask('?knownBefore=2024-12-31T00:00:00Z&to=2026-01')).toEqual([]);
  });

  it('answers in CSV', async () => {
    const csv = await (await figures.get('/v1/deliveries?format=csv&to=2025-06&agency=health-office')).text();
    expect(csv).toBe(
      'agency,stages,areas,from,to,due,state,completedAt\r\nhealth-office,visit,D1 D2,2025-01,2025-06,2025-07,overdue,\r\n',
    );
  });

  it.each(['?from=2025-13', '?knownBefore=yesterday', '?format=json-stat', '?month=1'])(
    'refuses %s',
    async (query) => {
      expect((await figures.get(`/v1/deliveries${query}`)).status).toBe(400);
    },
  );
});
