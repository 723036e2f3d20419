import { answer, type DropOff, type DropOffs } from '../testing/answers';
import type { RunningFigures } from '../testing/start-figures';
import { startSmallTown } from '../testing/start-small-town';
import { calendarAnnounced, delivered } from '../testing/stored-events';

interface Covered {
  readonly coverage?: readonly object[];
}
interface Strata extends Covered {
  readonly strata: readonly {
    readonly key: Readonly<Record<string, string>>;
    readonly deliveredThrough?: string;
    readonly points: unknown[];
  }[];
}
interface Due {
  readonly stage: string;
  readonly cases: number;
  readonly reachedInTime: object | null;
  readonly deliveredThrough?: string;
}
interface Forecast extends Covered {
  readonly rows: readonly Due[];
  readonly totals: readonly Due[];
}

// Two children of the small town, `lost` and `late`, are lost at kita; their deadline was 2015-08, as that of all four
// whose windows are closed: `in-time` and `homeless` are the others.
describe('figures whose sources announce deliveries', () => {
  let figures: RunningFigures;
  const ANNOUNCED = '2018-01-01T00:00:00.000Z';
  const SAID = Date.UTC(2018, 0, 2);

  beforeAll(async () => {
    figures = await startSmallTown();
  });
  afterAll(() => figures.stop());

  const ask = (more = ''): Promise<DropOffs & Covered> =>
    answer(figures, `/v1/drop-offs?chain=small&asOf=2016-06${more}`);
  const kita = ({ rows }: DropOffs): DropOff[] => rows.filter(({ stage }) => stage === 'kita');
  const complete = async (id: string, from: string, to: string): Promise<void> => {
    const data = { period: { from, to } };
    await figures.append([
      delivered('youth-office', { kind: 'delivery-completed', id, knownAt: SAID, data }),
    ]);
    await figures.project();
  };
  let before: DropOffs & Covered;
  const monthByMonth = async (asOf: string): Promise<Strata[]> => [
    await answer(figures, `/v1/curves?chain=small&stage=kita&asOf=${asOf}`),
    await answer(figures, `/v1/curves?chain=small&stage=kita&from=visit&by=povertyRisk&asOf=${asOf}`),
    await answer(figures, `/v1/occupation?chain=small&asOf=${asOf}`),
  ];
  const forecast = (): Promise<Forecast> => answer(figures, '/v1/forecast?chain=small&by=&asOf=2015-06');
  let followedTo2014: Strata[];
  let forecastBefore: Forecast;

  it('say nothing of it while nothing is announced', async () => {
    before = await ask();
    expect(before).not.toHaveProperty('coverage');
    expect(kita(before)).toMatchObject([{ counts: { lost: 2 }, reachedShare: { n: 4 } }]);
    followedTo2014 = await monthByMonth('2014-12');
    forecastBefore = await forecast();
    expect(JSON.stringify([followedTo2014, forecastBefore])).not.toMatch(/coverage|deliveredThrough/);
    expect(forecastBefore.totals).toMatchObject([{ stage: 'kita', cases: 3 }]);
  });

  it('do not count as lost who nobody has reported on, and leave these windows open', async () => {
    const monthly = { rhythm: 'monthly', from: '2015-01', dueWithinMonths: 1 } as const;
    await figures.append([calendarAnnounced('youth-office', [{ stages: ['kita'], ...monthly }], ANNOUNCED)]);
    await figures.project();
    const now = await ask();
    expect(now.coverage).toEqual([
      { agency: 'youth-office', stages: ['kita'], completedThrough: null, due: '2016-05', state: 'silent' },
    ]);
    const { lost, overdue = 0, ...counts } = kita(before)[0]?.counts ?? {};
    expect(kita(now)).toMatchObject([
      {
        counts: { ...counts, overdue: overdue + (lost ?? 0) },
        unconfirmed: 2,
        reachedShare: { value: null, n: 0 },
      },
    ]);
    expect(now.rows.filter(({ stage }) => stage !== 'kita')).toEqual(
      before.rows.filter(({ stage }) => stage !== 'kita'),
    );
    expect(now.scope).toEqual(before.scope);
  });

  it('carry the mark in CSV and JSON-stat too', async () => {
    const csv = await (await figures.get('/v1/drop-offs?chain=small&asOf=2016-06&format=csv')).text();
    const [header, ...lines] = csv.trim().split('\r\n');
    expect(header?.endsWith(',closedWindows,unconfirmed')).toBe(true);
    expect(lines.map((line) => line.split(',').at(-1))).toEqual(['0', '0', '2']);
    const stat = await answer<{
      status: Record<string, string>;
      value: Record<string, number>;
      extension: Covered;
    }>(figures, '/v1/drop-offs?chain=small&asOf=2016-06&format=json-stat');
    const cells = Object.keys(kita(await ask())[0]?.counts ?? {}).length;
    expect(Object.values(stat.status)).toEqual(new Array(cells).fill('unconfirmed'));
    expect(stat.extension.coverage).toHaveLength(1);
    expect(await answer<Covered>(figures, '/v1/flows?chain=small&asOf=2016-06')).toHaveProperty('coverage');
  });

  it('follow children through the last month that is delivered, as if it were the as-of month', async () => {
    const now = await monthByMonth('2016-06');
    const cut = { deliveredThrough: '2014-12' };
    for (const [i, { strata, coverage }] of now.entries()) {
      expect(strata).toEqual(followedTo2014[i]?.strata.map((stratum) => ({ ...stratum, ...cut })));
      expect(coverage).toHaveLength(1);
    }
    // Nothing is announced of the visit.
    const visit = await answer<Strata>(figures, '/v1/curves?chain=small&stage=visit&asOf=2016-06');
    expect(visit.strata[0]).not.toHaveProperty('deliveredThrough');
    const csv = await figures.get('/v1/curves?chain=small&stage=kita&asOf=2016-06&format=csv');
    expect((await csv.text()).split('\r\n')[1]).toMatch(/,2014-12$/);
    const stat = await answer<{ extension: object }>(
      figures,
      '/v1/occupation?chain=small&asOf=2016-06&format=json-stat',
    );
    expect(stat.extension).toMatchObject({ deliveredThrough: [{ key: {}, ...cut }] });
  });

  it('expect nothing of those who may be there already, and compare no windows that nobody has delivered', async () => {
    const { totals, coverage } = await forecast();
    const [was] = forecastBefore.totals;
    expect(totals).toEqual([{ ...was, reachedInTime: null, deliveredThrough: '2014-12' }]);
    expect(coverage).toHaveLength(1);
    const compared = await answer<Covered & { town: object }>(
      figures,
      '/v1/comparisons?chain=small&stage=kita&level=district&asOf=2016-06',
    );
    expect(compared).toMatchObject({ town: { n: 0, reached: 0 }, coverage: [{ state: 'silent' }] });
  });

  it('count them as lost from the month on through which the source has delivered, and as they were then before', async () => {
    await complete('to-july', '2015-01', '2015-07');
    expect(kita(await ask())).toMatchObject([{ unconfirmed: 2 }]);
    await complete('august', '2015-08', '2015-08');
    const now = await ask();
    expect(now.rows).toEqual(before.rows);
    expect(now.coverage).toMatchObject([{ completedThrough: '2015-08', state: 'silent' }]);
    const between = await ask('&knownBefore=2018-01-01T12:00:00Z');
    expect(kita(between)).toMatchObject([{ unconfirmed: 2 }]);
    const early = await ask(`&knownBefore=${ANNOUNCED}`);
    expect([early.rows, early.coverage]).toEqual([before.rows, undefined]);
  });

  it('are partly covered while nothing is overdue, and completely once all is delivered', async () => {
    await complete('to-may', '2015-09', '2016-05');
    expect((await ask()).coverage).toMatchObject([{ completedThrough: '2016-05', state: 'partial' }]);
    await complete('june', '2016-06', '2016-06');
    expect((await ask()).coverage).toMatchObject([{ completedThrough: '2016-06', state: 'complete' }]);
  });

  it('follow the children of each area as far as its own sources go; those of an unknown one as far as all do', async () => {
    const monthly = { rhythm: 'monthly', from: '2013-07', dueWithinMonths: 1 } as const;
    await figures.append([
      calendarAnnounced('health-office', [{ stages: ['visit'], areas: ['D1'], ...monthly }], ANNOUNCED),
    ]);
    await figures.project();
    const told = async (query: string): Promise<unknown[]> => {
      const path = `/v1/curves?chain=small&stage=visit&asOf=2016-06${query}`;
      const { strata } = await answer<Strata>(figures, path);
      return strata.map(({ key, deliveredThrough }) => [...Object.values(key), deliveredThrough]);
    };
    expect(await told('&by=area')).toEqual([
      ['D1', '2013-06'],
      ['D2', undefined],
      ['D3', undefined],
      ['unknown', '2013-06'],
    ]);
    expect(await told('&by=area&level=borough')).toEqual([
      ['N', '2013-06'],
      ['S', undefined],
      ['unknown', '2013-06'],
    ]);
    expect([await told(''), await told('&area=D2,D3')]).toEqual([[['2013-06']], [[undefined]]]);
  });
});
