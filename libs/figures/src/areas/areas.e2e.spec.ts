import { answer, totals, type DropOffs } from '../testing/answers';
import { children, definitions } from '../testing/small-town';
import { areasDefined } from '../testing/stored-events';
import { startFigures, type RunningFigures } from '../testing/start-figures';

describe('figures by area', () => {
  let figures: RunningFigures;

  beforeAll(async () => {
    figures = await startFigures(() => new Date('2021-05-31T23:59:59Z'));
    await figures.append([...definitions, ...children]);
    await figures.project();
  });
  afterAll(() => figures.stop());

  const ask = (query: string): Promise<DropOffs> => answer(figures, `/v1/drop-offs?chain=small&${query}`);
  const births = async (query: string): Promise<unknown> =>
    Object.fromEntries(
      (await ask(query)).rows
        .filter(({ stage }) => stage === 'birth')
        .map(({ area, counts }) => [area, counts.reached_on_time]),
    );

  it('are told by the code that was recorded, where no level is asked for', async () => {
    expect(await births('asOf=2019-12&by=area')).toEqual({ D1: 2, D2: 2, D3: 2, unknown: 1 });
  });

  it('are summed up to a level by the boundaries of the as-of month', async () => {
    expect(await births('asOf=2019-12&by=area&level=borough')).toEqual({ N: 4, S: 2, unknown: 1 });
    expect(await births('asOf=2020-01&by=area&level=borough')).toEqual({ E: 2, W: 4, unknown: 1 });
    expect(await births('asOf=2020-01&by=area&level=town')).toEqual({ T: 6, unknown: 1 });
  });

  it('take the descendants of that month with a filter', async () => {
    expect(await births('asOf=2019-12&by=area&area=N')).toEqual({ D1: 2, D2: 2 });
    expect(await births('asOf=2020-01&by=area&area=W')).toEqual({ D2: 2, D3: 2 });
    expect(await births('asOf=2020-01&by=area&area=E,D3')).toEqual({ D1: 2, D3: 2 });
    expect(await births('asOf=2020-01&by=area&area=W,unknown&level=borough')).toEqual({ W: 4, unknown: 1 });
  });

  it('are drawn by the boundaries of today or of another month, so that years compare', async () => {
    const today = 'by=area&level=borough&boundaries=today';
    expect(await births(`asOf=2012-12&${today}`)).toEqual({ E: 3, W: 1, unknown: 1 });
    expect(await births(`asOf=2019-12&${today}`)).toEqual({ E: 2, W: 4, unknown: 1 });
    expect(await births(`asOf=2020-01&${today}`)).toEqual({ E: 2, W: 4, unknown: 1 });
    const then = 'by=area&level=borough&boundaries=2019-12';
    expect(await births(`asOf=2020-01&${then}`)).toEqual({ N: 4, S: 2, unknown: 1 });
    expect(await births(`asOf=2020-01&${then}&area=N`)).toEqual({ N: 4 });
    expect(await births('asOf=2020-01&by=area&level=borough&boundaries=asOf')).toEqual({
      E: 2,
      W: 4,
      unknown: 1,
    });
  });

  it('say by which boundaries they are drawn', async () => {
    expect(await ask('asOf=2012-12&boundaries=today')).toMatchObject({
      asOf: '2012-12',
      boundaries: '2021-05',
    });
    expect(await ask('asOf=2012-12')).toMatchObject({ boundaries: '2012-12' });
  });

  it('count as unknown, and are counted, where an area did not lie anywhere on the level yet', async () => {
    await figures.append([
      areasDefined('town', {
        validFrom: '2022-01',
        areas: [
          { code: 'T', name: 'Town', parent: null, kind: 'town' },
          { code: 'E', name: 'East', parent: 'T', kind: 'borough' },
          { code: 'D1', name: 'One', parent: 'E', kind: 'district' },
        ],
      }),
    ]);
    await figures.project();
    const births2019 = await births('asOf=2019-12&by=area&level=borough&boundaries=2022-01');
    expect(births2019).toEqual({ E: 2, unknown: 5 });
  });

  it('know no level and no area before the first boundaries', async () => {
    for (const query of ['level=borough', 'area=N']) {
      const response = await figures.get(
        `/v1/drop-offs?chain=small&asOf=2019-12&boundaries=1899-12&${query}`,
      );
      const { status } = response;
      expect([status, ((await response.json()) as { detail: string }).detail]).toEqual([
        422,
        expect.stringContaining('1899-12'),
      ]);
    }
  });

  it('know no borough before it existed or after it was abolished', async () => {
    for (const query of ['asOf=2019-12&area=W', 'asOf=2020-01&area=N']) {
      const response = await figures.get(`/v1/drop-offs?chain=small&${query}`);
      expect([response.status, await response.json()]).toMatchObject([422, { code: 'figures.unknown-area' }]);
    }
  });

  it.each(['', '&by=povertyRisk', '&dimension=first', '&knownBefore=2016-06-01T00:00:00Z'])(
    'add up to the town at every level (%s)',
    async (more) => {
      for (const asOf of ['2012-07', '2014-01', '2016-06', '2021-01']) {
        const whole = await ask(`asOf=${asOf}${more}`);
        const by = more.startsWith('&by') ? ',area' : '&by=area';
        for (const level of ['', '&level=district', '&level=borough', '&level=town']) {
          const parts = await ask(`asOf=${asOf}${more}${by}${level}`);
          expect(totals(parts.rows)).toEqual(totals(whole.rows));
          expect(parts.scope).toEqual(whole.scope);
        }
      }
    },
  );
});
