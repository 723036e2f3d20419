import { parse } from 'csv-parse/sync';
import { answer } from '../testing/answers';
import { definitions, told } from '../testing/small-town';
import { startFigures, type RunningFigures } from '../testing/start-figures';

interface Row {
  readonly area?: string;
  readonly stage: string;
  readonly due?: string;
  readonly cases: number;
  readonly reachedInTime: {
    readonly value: number;
    readonly lower: number;
    readonly upper: number;
    readonly basis: number;
  } | null;
}

interface Forecast {
  readonly rows: readonly Row[];
  readonly totals: readonly Row[];
}

const COPIES = 20;

/** Of four born in 2012 two reached the Kita in the last month, one moved away before, one never came. */
const children = Array.from({ length: COPIES }, (_, i) => [
  told(`a${i}`, 'birth', '2012-01', { area: 'D1' }),
  told(`a${i}`, 'kita', '2015-08'),
  told(`b${i}`, 'birth', '2012-02', { area: 'D1' }),
  told(`b${i}`, 'kita', '2015-08'),
  told(`c${i}`, 'birth', '2012-02', { area: 'D1' }),
  told(`c${i}`, 'moved-out', '2015-07'),
  told(`d${i}`, 'birth', '2012-01', { area: 'D1' }),
  // Of those born a year later three are there and not in a Kita, one is.
  told(`e${i}`, 'birth', '2013-01', { area: 'D1' }),
  told(`f${i}`, 'birth', '2013-01', { area: 'D1' }),
  told(`g${i}`, 'birth', '2013-02', { area: 'D1' }),
  told(`h${i}`, 'birth', '2013-02', { area: 'D1' }),
  told(`h${i}`, 'kita', '2015-09'),
]).flat();

describe('what falls due', () => {
  let figures: RunningFigures;

  beforeAll(async () => {
    figures = await startFigures();
    await figures.append([
      ...definitions,
      ...children,
      told('alone', 'birth', '2013-01', { area: 'D2' }),
      told('gone', 'birth', '2013-01', { area: 'D2' }),
      told('gone', 'moved-out', '2016-06'),
    ]);
    await figures.project();
  });
  afterAll(() => figures.stop());

  const ask = (more = ''): Promise<Forecast> =>
    answer(figures, `/v1/forecast?chain=small&asOf=2016-06${more}`);

  it('is who is there and not yet where the stage is due, by stage, area and month', async () => {
    const { rows, totals } = await ask();
    expect(rows.map(({ reachedInTime: _, ...row }) => row)).toEqual([
      { area: 'D1', stage: 'kita', due: '2016-08', cases: 3 * COPIES },
      { area: 'D2', stage: 'kita', due: '2016-08', cases: 1 },
    ]);
    expect(totals.map(({ area, cases }) => [area, cases])).toEqual([
      ['D1', 3 * COPIES],
      ['D2', 1],
    ]);
  });

  it('comes with how many to expect in time, if they do as those a year older did', async () => {
    const { rows, totals } = await ask();
    // Half of the 80: 30 of 60; variance 60 · ¼ + 60² · ¼ / 80.
    const distance = 1.959963984540054 * Math.sqrt(60 / 4 + 3600 / 4 / 80);
    const expected = {
      value: expect.closeTo(30, 9) as number,
      lower: expect.closeTo(30 - distance, 9) as number,
      upper: expect.closeTo(30 + distance, 9) as number,
      basis: 80,
    };
    expect([rows[0]?.reachedInTime, totals[0]?.reachedInTime]).toEqual([expected, expected]);
  });

  it('expects nothing where nobody was there a year before', async () => {
    const { rows, totals } = await ask();
    expect([rows[1]?.reachedInTime, totals[1]?.reachedInTime]).toEqual([null, null]);
    expect((await ask('&by=')).rows[0]?.reachedInTime?.basis).toBe(80);
  });

  it('looks only so far ahead', async () => {
    expect((await ask('&months=1')).rows).toEqual([]);
    expect((await ask('&months=2')).rows).toHaveLength(2);
    for (const wrong of ['months=0', 'months=13', 'by=birthYear', 'birthYear=2013']) {
      const response = await figures.get(`/v1/forecast?chain=small&asOf=2016-06&${wrong}`);
      expect([wrong, response.status]).toEqual([wrong, 400]);
    }
  });

  it('has the same numbers in other formats', async () => {
    const { rows, totals } = await ask();
    const csv = await (await figures.get('/v1/forecast?chain=small&asOf=2016-06&format=csv')).text();
    const lines = parse<Record<string, string>>(csv, { columns: true });
    expect(lines.map(({ area, due, cases }) => [area, due, Number(cases)])).toEqual(
      [rows[0], totals[0], rows[1], totals[1]].map((row) => [row?.area, row?.due ?? '', row?.cases]),
    );
    const stat = await answer<{ id: string[]; value: Record<string, number> }>(
      figures,
      '/v1/forecast?chain=small&asOf=2016-06&format=json-stat',
    );
    expect(stat.id).toEqual(['area', 'stage', 'due', 'number']);
    expect(Object.values(stat.value)).toContain(3 * COPIES);
  });
});
