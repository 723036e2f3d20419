import { parse } from 'csv-parse/sync';
import JSONstat from 'jsonstat-toolkit';
import { answer } from '../testing/answers';
import { LATE } from '../testing/small-town';
import type { RunningFigures } from '../testing/start-figures';
import { startSmallTown } from '../testing/start-small-town';

interface Point {
  readonly t: number;
  readonly estimate: number;
  readonly lower: number | null;
  readonly belowFloor?: true;
}

interface Curves {
  readonly strata: readonly {
    readonly key: object;
    readonly points: readonly Point[];
    readonly quartiles: readonly { readonly share: number; readonly month: number | null }[];
    readonly restrictedMeans: { readonly sinceEvent: { readonly value: number } } | null;
  }[];
}

const ASKED = '/v1/curves?chain=small&asOf=2016-06&stage=kita';

describe('curves of the small town', () => {
  let figures: RunningFigures;

  beforeAll(async () => {
    figures = await startSmallTown();
  });
  afterAll(() => figures.stop());

  const ask = (more = ''): Promise<Curves> => answer(figures, `${ASKED}${more}`);
  const refusal = async (path: string, headers = {}): Promise<unknown> => {
    const response = await figures.get(path, { headers });
    const { code, errors, detail } = (await response.json()) as Record<string, unknown>;
    return { status: response.status, code, pointer: (errors as { pointer: string }[])[0]?.pointer, detail };
  };

  it('count who came late, left, died and is not there yet', async () => {
    const { strata } = await ask();
    const nobody = { entries: 0, events: 0, competing: { 'moved-out': 0, died: 0 }, censored: 0 };
    expect(strata).toMatchObject([
      {
        key: {},
        points: [
          { ...nobody, t: 0, atRisk: 6, entries: 6 },
          { ...nobody, t: 1, atRisk: 6, competing: { 'moved-out': 0, died: 1 } },
          { ...nobody, t: 10, atRisk: 5, competing: { 'moved-out': 1, died: 0 } },
          { ...nobody, t: 12, atRisk: 5, entries: 1 },
          { ...nobody, t: 31, atRisk: 5, events: 1 },
          { ...nobody, t: 41, atRisk: 4, events: 1, censored: 1 },
          { ...nobody, t: 48, atRisk: 2, censored: 1 },
          { ...nobody, t: 52, atRisk: 1, censored: 1 },
        ],
      },
    ]);
  });

  it('estimate the incidence where leaving competes, and survival where it censors', async () => {
    const at = async (more: string): Promise<number[]> =>
      (await ask(more)).strata[0]?.points.map(({ estimate }) => estimate) ?? [];
    const [town, staying, survival] = [
      await at(''),
      await at('&competing=died'),
      await at('&estimator=kaplan-meier'),
    ];
    // By hand: 5/6 · 4/5 · 1/5 at month 31; 5/6 · 1/5 if nobody could have moved away.
    expect([town[4], town[5]]).toEqual([expect.closeTo(2 / 15, 12), expect.closeTo(4 / 15, 12)]);
    expect(staying[4]).toBeCloseTo(1 / 6, 12);
    expect([survival[4], survival[5]]).toEqual([expect.closeTo(4 / 5, 12), expect.closeTo(3 / 5, 12)]);
  });

  it('set each month in its own area, and the whole past in the last one where that is asked for', async () => {
    const risk = async (more: string): Promise<unknown[]> =>
      (await ask(`&by=area${more}`)).strata.map(({ key, points }) => [key, points.map(({ t }) => t)]);
    expect(await risk('')).toEqual([
      [{ area: 'D1' }, [0, 18, 31, 52]],
      [{ area: 'D2' }, [0, 10, 19, 48]],
      [{ area: 'D3' }, [0, 1, 12, 41]],
      [{ area: 'unknown' }, [0, 41]],
    ]);
    expect(await risk('&dimension=last')).toEqual([
      [{ area: 'D1' }, [0, 31, 52]],
      [{ area: 'D2' }, [0, 10, 48]],
      [{ area: 'D3' }, [0, 1, 12, 41]],
      [{ area: 'unknown' }, [0, 41]],
    ]);
    // Both areas lie in one borough: there nobody moves.
    expect(await risk('&level=borough&area=N')).toEqual([[{ area: 'N' }, [0, 10, 31, 48, 52]]]);
  });

  it('go by what was known, and had happened, before an instant and a month', async () => {
    const known = await ask(`&knownBefore=${LATE}`);
    expect(known.strata[0]?.points.map(({ t }) => t)).toEqual([0, 1, 10, 12, 31, 41, 52]);
    const earlier = await answer<Curves>(
      figures,
      '/v1/curves?chain=small&asOf=2013-01&stage=visit&by=birthYear',
    );
    expect(earlier.strata.map(({ key, points }) => [key, points.map(({ t }) => t)])).toEqual([
      [{ birthYear: 2012 }, [0, 2, 3, 5, 9, 11]],
    ]);
  });

  it('begin at a stage', async () => {
    const { strata } = await ask('&from=visit');
    // In time after 29 months; gone after 5; late, still on the way after 45.
    expect(strata[0]?.points.map(({ t }) => t)).toEqual([0, 5, 29, 45]);
  });

  it('say by which month a quarter was there, and how long the children had been', async () => {
    const { strata } = await ask('&horizon=48');
    expect(strata[0]?.quartiles.map(({ share, month }) => [share, month])).toEqual([
      [0.25, 41],
      [0.5, null],
      [0.75, null],
    ]);
    // 2/15 from month 31 on, 2/15 more from month 41 on.
    expect(strata[0]?.restrictedMeans?.sinceEvent.value).toBeCloseTo((2 / 15) * 17 + (2 / 15) * 7, 12);
    expect(strata[0]?.points.every(({ belowFloor }) => belowFloor)).toBe(true);
  });

  it('are none of an empty cohort, and never NaN where all leave, all arrive at once or nobody is at risk', async () => {
    expect((await ask('&birthYear=1999')).strata).toEqual([]);
    for (const more of [
      '&birthYear=2013&area=D3',
      '&area=D2&birthYear=2012',
      '&area=unknown',
      '&schoolYear=2018,2019',
    ]) {
      for (const estimator of ['aalen-johansen', 'kaplan-meier']) {
        const response = await figures.get(
          `${ASKED}${more}&estimator=${estimator}&by=area,birthYear&horizon=999`,
        );
        const body = await response.text();
        expect([response.status, body.includes('NaN'), body.includes('Infinity')]).toEqual([
          200,
          false,
          false,
        ]);
      }
    }
  });

  it.each([
    ['stage=U12', 'figures.unknown-stage', '/stage'],
    ['stage=kita&from=U12', 'figures.unknown-stage', '/from'],
    ['stage=visit&from=kita', 'figures.stages-out-of-order', '/from'],
    ['stage=kita&from=kita', 'figures.stages-out-of-order', '/from'],
    ['stage=birth', 'figures.stages-out-of-order', '/from'],
    ['stage=kita&estimator=kaplan-meier&competing=died', 'figures.competing-without-incidence', '/competing'],
  ])('are refused for %s', async (query, code, pointer) => {
    const path = `/v1/curves?chain=small&asOf=2016-06&${query}`;
    expect(await refusal(path)).toMatchObject({ status: 422, code, pointer });
    const { detail } = (await refusal(path, { 'accept-language': 'de' })) as { detail: string };
    expect(detail).toMatch(/Kette|Kaplan–Meier zensiert/);
  });

  it.each([
    ['', 'platform.parameter-missing', '/stage'],
    ['stage=kita&estimator=cox', 'platform.parameter-choice', '/estimator'],
    ['stage=kita&competing=bored', 'platform.parameter-choice', '/competing'],
    ['stage=kita&dimension=first', 'platform.parameter-choice', '/dimension'],
    ['stage=kita&horizon=0', 'platform.parameter-format', '/horizon'],
    ['stage=kita&colour=red', 'platform.parameter-unknown', '/colour'],
  ])('are refused as malformed for %s', async (query, code, pointer) => {
    const response = await figures.get(`/v1/curves?chain=small&asOf=2016-06&${query}`);
    const { errors } = (await response.json()) as { errors: { code: string; pointer: string }[] };
    expect([response.status, errors.map((fault) => [fault.code, fault.pointer])]).toEqual([
      400,
      [[code, pointer]],
    ]);
  });

  it('have the same numbers in every format', async () => {
    const { strata } = await ask('&by=area');
    const points = strata.flatMap(({ points: list }) => list);
    const csv = await (await figures.get(`${ASKED}&by=area&format=csv`)).text();
    const lines = parse<Record<string, string>>(csv, { columns: true });
    expect(lines.map(({ t, estimate }) => [Number(t), Number(estimate)])).toEqual(
      points.map(({ t, estimate }) => [t, estimate]),
    );
    const dataset = JSONstat(await answer<object>(figures, `${ASKED}&by=area&format=json-stat`));
    expect(dataset.id).toEqual(['area', 't', 'number']);
    const cell = { area: 'D1', t: '31', number: 'estimate' };
    expect(dataset.Data(cell).value).toBe(strata[0]?.points.find(({ t }) => t === 31)?.estimate);
  });

  it('are given to the statistics unit only, and logged', async () => {
    for (const as of ['coordinator', 'auditor', 'youth-office'])
      expect((await figures.get(ASKED, { as })).status).toBe(403);
    await ask();
    const { rows } = await figures.pool.query<object>(
      'SELECT operation, outcome FROM access.access_log ORDER BY id DESC LIMIT 1',
    );
    expect(rows).toEqual([{ operation: 'read-curves', outcome: 'given' }]);
  });
});
