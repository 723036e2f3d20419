import { answer } from '../testing/answers';
import {
  curveReferences,
  curveTown,
  curveTownDefinitions,
  type CurveQuestion,
  type CurveReference,
} from '../testing/curve-town';
import { startFigures, type RunningFigures } from '../testing/start-figures';

jest.setTimeout(60_000);

interface Curves {
  readonly strata: readonly {
    readonly key: Readonly<Record<string, string | boolean>>;
    readonly points: readonly Point[];
  }[];
}

interface Point {
  readonly t: number;
  readonly atRisk: number;
  readonly entries: number;
  readonly events: number;
  readonly censored: number;
  readonly competing: Readonly<Record<string, number>>;
  readonly estimate: number;
  readonly stdErr: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

const COPIES = 3;
const BY = { area: 'area', poverty: 'povertyRisk' };

function queryOf({ from, stage, by, dimension, estimator, competing }: CurveQuestion): string {
  const asked = { chain: 'town', asOf: '2016-06', from, stage, dimension, estimator };
  const query = new URLSearchParams(asked);
  if (estimator === 'aalen-johansen') query.set('competing', competing.join(','));
  if (by) query.set('by', BY[by]);
  return query.toString();
}

/** The largest difference of each number from R's, over the months that R tells. */
function differences(points: readonly Point[], reference: CurveReference) {
  const largest = { counts: 0, estimate: 0, stdErr: 0, band: 0 };
  const note = (kind: keyof typeof largest, a: number, b: number): void => {
    largest[kind] = Math.max(largest[kind], Math.abs(a - b));
  };
  for (const [i, t] of reference.t.entries()) {
    const point = points.find((one) => one.t === t);
    if (!point) throw new Error(`no point at ${t}`);
    note('counts', point.atRisk, reference.atRisk[i] ?? NaN);
    note('counts', point.events, reference.events[i] ?? NaN);
    note('estimate', point.estimate, reference.estimate[i] ?? NaN);
    note('stdErr', point.stdErr, reference.stdErr[i] ?? 0);
    // At 0 and 1 there is no band; R repeats the estimate there, or has none.
    if (point.lower === null || point.upper === null) continue;
    note('band', point.lower, reference.lower[i] ?? NaN);
    note('band', point.upper, reference.upper[i] ?? NaN);
  }
  return largest;
}

describe('curves of a town with late arrivals, returns, deaths and moves', () => {
  let once: RunningFigures;
  let thrice: RunningFigures;

  beforeAll(async () => {
    once = await startFigures();
    await once.append([...curveTownDefinitions, ...curveTown()]);
    await once.project();
    thrice = await startFigures();
    // The copies come the other way round, and each twice.
    const copies = curveTown(COPIES).reverse();
    await thrice.append([...copies, ...curveTownDefinitions, ...copies]);
    await thrice.project();
  });
  afterAll(async () => {
    await once.stop();
    await thrice.stop();
  });

  const named = curveReferences().map((question) => [queryOf(question), question] as const);

  it.each(named)('are what R says: %s', async (query, { by, strata }) => {
    const curves = await answer<Curves>(once, `/v1/curves?${query}`);
    const groups = curves.strata.map(({ key }) => String(by ? key[BY[by]] : 'all'));
    expect(groups).toEqual(Object.keys(strata).sort());
    for (const [i, { points }] of curves.strata.entries()) {
      const { counts, estimate, stdErr, band } = differences(
        points,
        strata[groups[i] ?? ''] as CurveReference,
      );
      expect(counts).toBe(0);
      expect(estimate).toBeLessThan(1e-9);
      expect(stdErr).toBeLessThan(1e-7);
      expect(band).toBeLessThan(1e-7);
    }
  });

  it.each(named)(
    'of every child three times have three times the counts, and less error: %s',
    async (query) => {
      const [curves, copied] = [
        await answer<Curves>(once, `/v1/curves?${query}`),
        await answer<Curves>(thrice, `/v1/curves?${query}`),
      ];
      expect(copied.strata.map(({ key }) => key)).toEqual(curves.strata.map(({ key }) => key));
      for (const [i, { points }] of curves.strata.entries()) {
        for (const [j, point] of points.entries()) {
          const copy = copied.strata[i]?.points[j] as Point;
          expect([copy.t, copy.atRisk, copy.events, copy.censored]).toEqual([
            point.t,
            COPIES * point.atRisk,
            COPIES * point.events,
            COPIES * point.censored,
          ]);
          expect(copy.estimate).toBeCloseTo(point.estimate, 12);
          expect(copy.stdErr).toBeCloseTo(point.stdErr / Math.sqrt(COPIES), 12);
        }
      }
    },
  );

  it.each(['then', 'last'])('by area have the numbers at risk of the town in sum (%s)', async (dimension) => {
    const ask = (more: string): Promise<Curves> =>
      answer(once, `/v1/curves?chain=town&asOf=2016-06&stage=kita&dimension=${dimension}${more}`);
    const [whole, parts, level] = [
      await ask(''),
      await ask('&by=area,povertyRisk'),
      await ask('&by=area&level=town'),
    ];
    const events = (curves: Curves): number =>
      curves.strata.flatMap(({ points }) => points).reduce((sum, point) => sum + point.events, 0);
    expect(events(parts)).toBe(events(whole));
    // Nobody comes or goes by moving within the town.
    const town = level.strata.find(({ key }) => key['area'] === 'T');
    const unknown = level.strata.find(({ key }) => key['area'] === 'unknown');
    for (const point of whole.strata[0]?.points ?? []) {
      const at = (points: readonly Point[] = []): number => atRiskAt(points, point.t);
      expect(parts.strata.reduce((sum, { points }) => sum + at(points), 0)).toBe(point.atRisk);
      expect(at(town?.points) + at(unknown?.points)).toBe(point.atRisk);
    }
  });
});

/** At risk in a month, also where a group has no point in it. */
function atRiskAt(points: readonly Point[], t: number): number {
  let atRisk = 0;
  for (const point of points) {
    if (point.t > t) break;
    const left = Object.values(point.competing).reduce((sum, n) => sum + n, point.events + point.censored);
    atRisk = point.t === t ? point.atRisk : point.atRisk - left;
  }
  return atRisk;
}
