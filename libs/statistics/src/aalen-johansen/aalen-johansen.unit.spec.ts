import fc from 'fast-check';
import { kaplanMeier } from '../kaplan-meier/kaplan-meier';
import { competingAsCensored } from '../life-table/competing-as-censored';
import { differences } from '../testing/agree';
import { fixture, rowsOf, type CurveFixture } from '../testing/fixtures';
import { copies, emptyMonth, lifeTables } from '../testing/life-tables';
import { aalenJohansen, type IncidencePoint } from './aalen-johansen';

const allOf = ({ incidence, competing, eventFree }: IncidencePoint) => [
  incidence,
  eventFree,
  ...Object.values(competing),
];

describe('the Aalen–Johansen estimate', () => {
  it.each(['pbc', 'transplant', 'mgus2-by-age', 'abortion'])('agrees with R on %s', (name) => {
    const data = fixture<CurveFixture>(name);
    const told = new Set(data.incidence!.t);
    const ours = aalenJohansen(rowsOf(data)).filter(({ t }) => told.has(t));
    expect(ours.map(({ atRisk }) => atRisk)).toEqual(data.incidence!.atRisk);
    const [event, ...reasons] = Object.keys(data.incidence!.causes);
    const curves = [
      differences(
        ours.map(({ incidence }) => incidence),
        data.incidence!.causes[event!]!,
      ),
      ...reasons.map((reason) =>
        differences(
          ours.map(({ competing }) => competing[reason]!),
          data.incidence!.causes[reason]!,
        ),
      ),
      differences(
        ours.map(({ eventFree }) => eventFree),
        data.incidence!.eventFree,
      ),
    ];
    for (const { value, stdErr, band } of curves) {
      expect(value).toBeLessThan(1e-9);
      expect(stdErr).toBeLessThan(1e-7);
      expect(band).toBeLessThan(1e-7);
    }
  });

  it.each(['pbc', 'transplant'])('agrees with cmprsk, another package of R, on %s', (name) => {
    const data = fixture<CurveFixture>(name);
    const points = new Map(aalenJohansen(rowsOf(data)).map((point) => [point.t, point]));
    data.incidence!.t.forEach((t, i) => {
      expect(points.get(t)!.incidence.value).toBeCloseTo(data.incidence!.cuminc![i]!, 9);
    });
  });

  it('has no points without rows', () => {
    expect(aalenJohansen([])).toEqual([]);
  });

  it('shares the first month of all out by reason, by hand', () => {
    const [point] = aalenJohansen([
      { t: 0, entries: 10, events: 5, competing: { died: 1, moved_out: 4 }, censored: 0 },
    ]);
    expect(point!.incidence.value).toBe(0.5);
    expect(point!.incidence.stdErr).toBeCloseTo(Math.sqrt(0.025), 12); // √(p(1−p)/n)
    expect(point!.competing).toMatchObject({ died: { value: 0.1 }, moved_out: { value: 0.4 } });
    expect(point!.eventFree).toEqual({ value: 0, stdErr: 0, lower: null, upper: null });
  });

  it('stays at 0 if all are censored', () => {
    const [point] = aalenJohansen([{ ...emptyMonth(3), entries: 7, censored: 7 }]);
    expect(point!.incidence).toEqual({ value: 0, stdErr: 0, lower: null, upper: null });
    expect(point!.eventFree.value).toBe(1);
  });

  it('adds up to 1 in every month, each curve monotone and within its band', () => {
    fc.assert(
      fc.property(lifeTables, (rows) => {
        let before = 0;
        for (const point of aalenJohansen(rows)) {
          expect(allOf(point).reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(1, 12);
          expect(point.incidence.value).toBeGreaterThanOrEqual(before);
          before = point.incidence.value;
          for (const { value, stdErr, lower, upper } of allOf(point)) {
            expect(value).toBeGreaterThanOrEqual(lower ?? 0);
            expect(value).toBeLessThanOrEqual(upper ?? 1);
            expect(Number.isFinite(stdErr)).toBe(true);
          }
        }
      }),
    );
  });

  it('without censoring and late entry is the plain share with its standard error, among a million too', () => {
    const months = fc.array(fc.record({ events: fc.nat(40_000), died: fc.nat(3) }), {
      minLength: 1,
      maxLength: 24,
    });
    fc.assert(
      fc.property(months, fc.nat(3), (counts, left) => {
        const n = counts.reduce((sum, { events, died }) => sum + events + died, left);
        const rows = counts.map(({ events, died }, t) => ({
          ...emptyMonth(t),
          entries: t === 0 ? n : 0,
          events,
          competing: { died },
        }));
        let [reached, dead] = [0, 0];
        for (const point of aalenJohansen(rows)) {
          reached += rows[point.t]!.events;
          dead += rows[point.t]!.competing.died;
          const pairs = [
            [point.incidence, reached],
            [point.competing['died']!, dead],
            [point.eventFree, n - reached - dead],
          ] as const;
          for (const [{ value, stdErr }, x] of n === 0 ? [] : pairs) {
            expect(Math.abs(value - x / n)).toBeLessThan(1e-12);
            expect(Math.abs(stdErr - Math.sqrt(((x / n) * (1 - x / n)) / n))).toBeLessThan(1e-9);
          }
        }
      }),
    );
  });

  it('is 1 − Kaplan–Meier where nothing competes, with its standard error and its band', () => {
    fc.assert(
      fc.property(lifeTables, (rows) => {
        const alone = competingAsCensored(rows);
        const survival = kaplanMeier(alone).map((point) => point.survival);
        aalenJohansen(alone).forEach(({ incidence }, i) => {
          const { value, stdErr, lower, upper } = survival[i]!;
          expect(incidence.value).toBeCloseTo(1 - value, 12);
          expect(incidence.stdErr).toBeCloseTo(stdErr, 12);
          if (upper !== null) expect(incidence.lower).toBeCloseTo(1 - upper, 12);
          if (lower !== null) expect(incidence.upper).toBeCloseTo(1 - lower, 12);
        });
      }),
    );
  });

  it('never lies above 1 − Kaplan–Meier with the competing events censored', () => {
    fc.assert(
      fc.property(lifeTables, (rows) => {
        const survival = kaplanMeier(rows);
        aalenJohansen(rows).forEach(({ incidence }, i) => {
          expect(incidence.value).toBeLessThanOrEqual(1 - survival[i]!.survival.value + 1e-12);
        });
      }),
    );
  });

  it('of k copies is the same, its standard errors by √k smaller', () => {
    fc.assert(
      fc.property(lifeTables, fc.integer({ min: 2, max: 9 }), (rows, k) => {
        const once = aalenJohansen(rows).map(allOf);
        aalenJohansen(copies(k, rows)).forEach((point, i) => {
          allOf(point).forEach(({ value, stdErr }, j) => {
            expect(value).toBeCloseTo(once[i]![j]!.value, 12);
            expect(stdErr).toBeCloseTo(once[i]![j]!.stdErr / Math.sqrt(k), 9);
          });
        });
      }),
    );
  });

  it('depends neither on the order of the rows nor on months in which nothing happens', () => {
    const shuffled = lifeTables.chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray([...rows], { minLength: rows.length })),
    );
    fc.assert(
      fc.property(shuffled, fc.array(fc.nat(20)), ([rows, other], months) => {
        const points = new Map(aalenJohansen([...other, ...months.map(emptyMonth)]).map((p) => [p.t, p]));
        for (const point of aalenJohansen(rows)) expect(points.get(point.t)).toEqual(point);
      }),
    );
  });
});
