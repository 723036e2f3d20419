import fc from 'fast-check';
import { differences } from '../testing/agree';
import { fixture, rowsOf, type CurveFixture } from '../testing/fixtures';
import { copies, emptyMonth, lifeTables } from '../testing/life-tables';
import { kaplanMeier } from './kaplan-meier';

const month = (t: number, entries: number, events: number, censored = 0) => ({
  ...emptyMonth(t),
  entries,
  events,
  censored,
});

describe('the Kaplan–Meier estimate', () => {
  it.each(['lung', 'veteran', 'pbc', 'transplant', 'mgus2-by-age', 'flchain-by-age'])(
    'agrees with R on %s',
    (name) => {
      const data = fixture<CurveFixture>(name);
      const told = new Set(data.kaplanMeier.t);
      const ours = kaplanMeier(rowsOf(data)).filter(({ t }) => told.has(t));
      expect(ours.map(({ atRisk }) => atRisk)).toEqual(data.kaplanMeier.atRisk);
      const largest = differences(
        ours.map(({ survival }) => survival),
        data.kaplanMeier,
      );
      expect(largest.value).toBeLessThan(1e-9);
      expect(largest.stdErr).toBeLessThan(1e-7);
      expect(largest.band).toBeLessThan(1e-7);
    },
  );

  it('has no points without rows', () => {
    expect(kaplanMeier([])).toEqual([]);
  });

  it('of one case falls from 1 to 0, without a band', () => {
    expect(kaplanMeier([month(0, 1, 0), month(5, 0, 1)]).map(({ survival }) => survival)).toEqual([
      { value: 1, stdErr: 0, lower: null, upper: null },
      { value: 0, stdErr: 0, lower: null, upper: null },
    ]);
  });

  it('stays at 1 if all are censored', () => {
    expect(kaplanMeier([month(0, 9, 0, 4), month(1, 0, 0, 5)]).map(({ survival }) => survival.value)).toEqual(
      [1, 1],
    );
  });

  it('stays where it is while nobody is at risk, and goes on with those who enter late', () => {
    const curve = kaplanMeier([month(0, 4, 1, 3), month(2, 0, 0), month(3, 2, 1)]);
    expect(curve.map(({ atRisk, survival }) => [atRisk, survival.value])).toEqual([
      [4, 0.75],
      [0, 0.75],
      [2, 0.375],
    ]);
  });

  it('stays at 0 once all at risk had the event, whoever enters later', () => {
    const curve = kaplanMeier([month(0, 2, 2), month(1, 10, 1)]);
    expect(curve.at(-1)!.survival).toEqual({ value: 0, stdErr: 0, lower: null, upper: null });
  });

  it('never rises, and lies within its band', () => {
    fc.assert(
      fc.property(lifeTables, (rows) => {
        let before = 1;
        for (const { survival } of kaplanMeier(rows)) {
          const { value, stdErr, lower, upper } = survival;
          expect(value).toBeLessThanOrEqual(before);
          expect(value).toBeGreaterThanOrEqual(lower ?? 0);
          expect(value).toBeLessThanOrEqual(upper ?? 1);
          expect(Number.isFinite(stdErr)).toBe(true);
          before = value;
        }
      }),
    );
  });

  it('of k copies is the same, its standard errors by √k smaller', () => {
    fc.assert(
      fc.property(lifeTables, fc.integer({ min: 2, max: 9 }), (rows, k) => {
        const once = kaplanMeier(rows);
        kaplanMeier(copies(k, rows)).forEach(({ survival }, i) => {
          expect(survival.value).toBeCloseTo(once[i]!.survival.value, 12);
          expect(survival.stdErr).toBeCloseTo(once[i]!.survival.stdErr / Math.sqrt(k), 12);
        });
      }),
    );
  });
});
