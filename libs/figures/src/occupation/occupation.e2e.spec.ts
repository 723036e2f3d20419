import { parse } from 'csv-parse/sync';
import JSONstat from 'jsonstat-toolkit';
import { answer } from '../testing/answers';
import type { RunningFigures } from '../testing/start-figures';
import { startSmallTown } from '../testing/start-small-town';

interface Occupation {
  readonly states: readonly string[];
  readonly strata: readonly {
    readonly key: object;
    readonly points: readonly {
      readonly t: number;
      readonly atRisk: Readonly<Record<string, number>>;
      readonly states: Readonly<Record<string, { readonly value: number; readonly stdErr: number }>>;
    }[];
  }[];
}

const ASKED = '/v1/occupation?chain=small&asOf=2016-06';

describe('furthest stages by age', () => {
  let figures: RunningFigures;

  beforeAll(async () => {
    figures = await startSmallTown();
  });
  afterAll(() => figures.stop());

  const ask = (more = ''): Promise<Occupation> => answer(figures, `${ASKED}${more}`);
  const at = async (t: number, more = ''): Promise<Record<string, number>> => {
    const point = (await ask(more)).strata[0]?.points.find((one) => one.t === t);
    const values = Object.entries(point?.states ?? {}).map(([state, { value }]) => [state, value] as const);
    return Object.fromEntries(values);
  };

  it('are, by hand, those of the small town', async () => {
    const close = (value: number): unknown => expect.closeTo(value, 12);
    expect(await at(5)).toEqual({
      birth: close(2 / 6),
      visit: close(3 / 6),
      kita: 0,
      'moved-out': 0,
      died: close(1 / 6),
    });
    expect(await at(41)).toEqual({
      birth: close(2 / 9),
      visit: close(1 / 6),
      kita: close(5 / 18),
      'moved-out': close(1 / 6),
      died: close(1 / 6),
    });
  });

  it('leave out reasons that do not compete, and add up to 1 in every month and group', async () => {
    for (const more of [
      '',
      '&competing=died',
      '&competing=',
      '&by=area',
      '&by=birthYear,povertyRisk&dimension=last',
    ]) {
      const { strata, states } = await ask(more);
      expect(states.slice(0, 3)).toEqual(['birth', 'visit', 'kita']);
      for (const { points } of strata)
        for (const { t, states: occupied } of points) {
          const sum = Object.values(occupied).reduce((total, { value }) => total + value, 0);
          expect([t, sum]).toEqual([t, expect.closeTo(1, 12)]);
        }
    }
    expect((await ask('&competing=')).states).toEqual(['birth', 'visit', 'kita']);
  });

  it('have the same numbers in every format', async () => {
    const { strata } = await ask();
    const csv = await (await figures.get(`${ASKED}&format=csv`)).text();
    const lines = parse<Record<string, string>>(csv, { columns: true });
    expect(lines.map(({ t, state, estimate }) => `${t} ${state} ${Number(estimate)}`)).toEqual(
      strata.flatMap(({ points }) =>
        points.flatMap(({ t, states }) =>
          Object.entries(states).map(([state, { value }]) => `${t} ${state} ${value}`),
        ),
      ),
    );
    const dataset = JSONstat(await answer<object>(figures, `${ASKED}&format=json-stat`));
    const cell = { t: '41', state: 'kita', number: 'estimate' };
    expect(dataset.Data(cell).value).toBe((await at(41))['kita']);
    expect(dataset.Dimension('state').Category('moved-out').label).toBe('moved away');
  });

  it('are none of an empty cohort', async () => {
    expect((await ask('&birthYear=1999')).strata).toEqual([]);
  });
});
