import fc from 'fast-check';
import { competingAsCensored } from '../life-table/competing-as-censored';
import { fixture, rowsOf, type CurveFixture } from '../testing/fixtures';
import { copies, emptyMonth, lifeTables } from '../testing/life-tables';
import { restrictedMeans, type RestrictedMeans } from './restricted-mean';

const allOf = ({ eventFree, sinceEvent, sinceCompeting }: RestrictedMeans) => [
  eventFree,
  sinceEvent,
  ...Object.values(sinceCompeting),
];

describe('restricted means', () => {
  it.each(['lung', 'veteran', 'pbc', 'transplant', 'mgus2-by-age', 'flchain-by-age'])(
    'of a single cause agree with R on %s',
    (name) => {
      const data = fixture<CurveFixture>(name);
      const { horizon, restrictedMean, restrictedMeanStdErr } = data.kaplanMeier;
      const means = restrictedMeans(competingAsCensored(rowsOf(data)), horizon);
      expect(Math.abs(means!.eventFree.value / restrictedMean - 1)).toBeLessThan(1e-9);
      expect(Math.abs(means!.eventFree.stdErr - restrictedMeanStdErr)).toBeLessThan(1e-7);
    },
  );

  it.each(['pbc', 'transplant', 'mgus2-by-age', 'abortion'])(
    'of competing causes agree with R’s sums over event times on %s',
    (name) => {
      const data = fixture<CurveFixture>(name);
      const { eventFree, sinceEvent, sinceCompeting } = restrictedMeans(
        rowsOf(data),
        data.kaplanMeier.horizon,
      )!;
      const [event, ...reasons] = Object.keys(data.incidence!.causes);
      const ours = new Map([
        ['free', eventFree],
        [event, sinceEvent],
        ...reasons.map((reason) => [reason, sinceCompeting[reason]!] as const),
      ]);
      const { states, value, stdErr } = data.incidence!.timeLost;
      states.forEach((state, i) => {
        expect(Math.abs(ours.get(state)!.value - value[i]!)).toBeLessThan(1e-8);
        expect(Math.abs(ours.get(state)!.stdErr - stdErr[i]!)).toBeLessThan(1e-7);
      });
    },
  );

  it('count completed months, by hand', () => {
    // Four children: one reaches the stage in month 0, one in month 2; one dies in month 1.
    const means = restrictedMeans(
      [
        { ...emptyMonth(0), entries: 4, events: 1 },
        { ...emptyMonth(1), competing: { died: 1 } },
        { ...emptyMonth(2), events: 1 },
      ],
      3,
    )!;
    expect(means.eventFree.value).toBeCloseTo(0.75 + 0.5 + 0.25, 12);
    expect(means.sinceEvent.value).toBeCloseTo(0.25 + 0.25 + 0.5, 12);
    expect(means.sinceCompeting['died']!.value).toBeCloseTo(0 + 0.25 + 0.25, 12);
  });

  it('are unknown without rows and beyond the last month, unless nobody is left to wait for', () => {
    expect(restrictedMeans([], 12)).toBeNull();
    const open = [{ ...emptyMonth(5), entries: 3, events: 1, censored: 2 }];
    expect(restrictedMeans(open, 6)).not.toBeNull();
    expect(restrictedMeans(open, 7)).toBeNull();
    expect(restrictedMeans([...open, emptyMonth(90)], 7)).toBeNull();
    const closed = [{ ...emptyMonth(5), entries: 3, events: 3 }];
    expect(restrictedMeans(closed, 60)!.eventFree).toEqual({ value: 5, stdErr: 0 });
  });

  it('add up to the horizon, finite; of k copies the standard errors are by √k smaller', () => {
    fc.assert(
      fc.property(lifeTables, fc.nat(12), fc.integer({ min: 2, max: 9 }), (rows, horizon, k) => {
        const once = restrictedMeans(rows, horizon);
        const more = restrictedMeans(copies(k, rows), horizon);
        expect(once === null).toBe(more === null);
        if (!once || !more) return;
        expect(allOf(once).reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(horizon, 9);
        allOf(more).forEach(({ value, stdErr }, i) => {
          expect(value).toBeCloseTo(allOf(once)[i]!.value, 9);
          expect(stdErr).toBeCloseTo(allOf(once)[i]!.stdErr / Math.sqrt(k), 6);
        });
      }),
    );
  });
});
