import { aalenJohansen, kaplanMeier } from '@lueckenlos/statistics';
import fc from 'fast-check';
import { recordKey } from '../cell-key/record-key';
import { perturberOf } from '../cell-key/perturb';
import { DEFAULT_PARAMETERS } from '../perturbation/parameters';
import { makePerturbationTable } from '../perturbation/perturbation-table';
import { incidenceMoments, protectedCurve, type PublishedQuarter } from './protected-curve';

const quarter = (t: number, atRisk: number, events: number, ...left: number[]): PublishedQuarter => ({
  t,
  atRisk,
  events,
  competing: Object.fromEntries(left.map((n, i) => [`reason ${i}`, n])),
});
const incidence = { variance: 3, floor: 30, estimator: 'aalen-johansen' } as const;

describe('a curve from published counts', () => {
  it('has in its first quarter the variance of a share, and with it that of a ratio of two noisy counts', () => {
    const [first] = protectedCurve([quarter(0, 100, 40)], incidence);
    // 0.4 · 0.6 / 100 of chance, 3 / 100² · (1 + 0.4²) of noise.
    expect(first?.value).toBe(0.4);
    expect(first?.stdErr).toBeCloseTo(Math.sqrt(0.0024 + 0.000348), 12);
    expect(first?.lower).toBeLessThan(0.4 - 1.9 * Math.sqrt(0.0024));
    expect(first?.upper).toBeGreaterThan(0.4 + 1.9 * Math.sqrt(0.0024));
  });

  it('knows at zero and at one what noise may hide', () => {
    const [none] = protectedCurve([quarter(0, 100, 0)], incidence);
    expect(none).toMatchObject({ value: 0, lower: 0 });
    expect(none?.upper).toBeCloseTo(1.959964 * Math.sqrt(3e-4), 6);
    const [all] = protectedCurve([quarter(0, 100, 103)], incidence);
    expect(all).toMatchObject({ value: 1, upper: 1 });
    expect(all?.lower).toBeCloseTo(1 - (1.959964 * Math.sqrt(6)) / 103, 6);
  });

  it('keeps its limits near where there are few events, beside which noise is large', () => {
    const [few] = protectedCurve([quarter(0, 300, 3)], incidence);
    expect(few).toMatchObject({ value: 0.01, lower: 0 });
    expect(few?.upper).toBeCloseTo(0.01 + 1.959964 * Math.sqrt(0.0099 / 300 + 3.0003 / 90_000), 6);
  });

  it('ends before the first quarter with too few at risk, whoever comes later', () => {
    const quarters = [quarter(0, 90, 30), quarter(3, 29, 3), quarter(6, 60, 3)];
    expect(protectedCurve(quarters, incidence).map((point) => point !== null)).toEqual([true, false, false]);
    expect(protectedCurve([quarter(0, 29, 3)], incidence)).toEqual([null]);
    expect(protectedCurve([quarter(0, 30, 3)], incidence)[0]).not.toBeNull();
  });

  it('takes the published number at risk of each quarter, whoever comes or is censored in between', () => {
    const curve = protectedCurve([quarter(0, 100, 10), quarter(3, 300, 30), quarter(6, 60, 6)], incidence);
    expect(curve.map((point) => point?.value)).toEqual([
      0.1,
      expect.closeTo(0.19, 12),
      expect.closeTo(0.271, 12),
    ]);
  });

  const lives = fc.array(
    fc.record({ t: fc.nat(20), kind: fc.constantFrom('events', 'moved-out', 'died', 'stays') }),
    { minLength: 1, maxLength: 60 },
  );

  it.each(['aalen-johansen', 'kaplan-meier'] as const)(
    'is without noise the %s curve by months, read at quarters, where all are followed from birth',
    (estimator) => {
      fc.assert(
        fc.property(lives, (children) => {
          const isSurvival = estimator === 'kaplan-meier';
          // Survival censors at the end of a quarter who leaves in it: there the two differ, so nobody leaves.
          const told = isSurvival
            ? children.filter(({ kind }) => kind === 'events' || kind === 'stays')
            : children;
          const count = (kind: string, from: number, to: number): number =>
            told.filter((child) => child.kind === kind && child.t >= from && child.t <= to).length;
          const competing = (from: number, to: number) => ({
            'moved-out': count('moved-out', from, to),
            died: count('died', from, to),
          });
          const months = Array.from({ length: 22 }, (_, t) => ({
            t,
            entries: t === 0 ? told.length : 0,
            events: count('events', t, t),
            competing: competing(t, t),
            censored: 0,
          }));
          const gone = (before: number): number =>
            told.filter(({ t, kind }) => kind !== 'stays' && t < before).length;
          const quarters = Array.from({ length: 8 }, (_, q) => {
            const [from, to] = [Math.max(0, 3 * q - 2), 3 * q];
            const atRisk = told.length - gone(from);
            return { t: to, atRisk, events: count('events', from, to), competing: competing(from, to) };
          });
          const byMonth = isSurvival
            ? kaplanMeier(months).map(({ survival }) => survival.value)
            : aalenJohansen(months).map((point) => point.incidence.value);
          const curve = protectedCurve(quarters, { variance: 0, floor: 1, estimator });
          curve.forEach((point, q) => {
            if (point) expect(point.value).toBeCloseTo(byMonth[3 * q] ?? NaN, 10);
          });
        }),
      );
    },
  );

  it('has without noise the standard error of the estimators that are checked against R', () => {
    const ended = fc.record({ events: fc.nat(5), movedOut: fc.nat(4), died: fc.nat(2) });
    fc.assert(
      fc.property(
        fc.array(ended, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 50 }),
        (counts, left) => {
          let atRisk = counts.reduce(
            (sum, { events, movedOut, died }) => sum + events + movedOut + died,
            left,
          );
          const quarters = counts.map(({ events, movedOut, died }, q) => {
            const row = quarter(3 * q, atRisk, events, movedOut, died);
            atRisk -= events + movedOut + died;
            return row;
          });
          const rows = quarters.map((row, q) => ({ ...row, entries: q === 0 ? row.atRisk : 0, censored: 0 }));
          const moments = incidenceMoments(quarters, 0);
          aalenJohansen(rows).forEach(({ incidence: { value, stdErr } }, q) => {
            expect(moments[q]?.incidence).toBeCloseTo(value, 12);
            expect(Math.sqrt(moments[q]?.variance ?? NaN)).toBeCloseTo(stdErr, 9);
          });
        },
      ),
    );
  });

  it('has the variance that noise brings in truth, drawn many times', () => {
    const perturb = perturberOf(makePerturbationTable(DEFAULT_PARAMETERS));
    const truth = [quarter(0, 200, 20, 10), quarter(3, 170, 50, 12), quarter(6, 140, 60, 9)];
    const DRAWS = 4_000;
    const drawn = Array.from({ length: DRAWS }, (_, draw) => {
      const noisy = (name: string, n: number): number =>
        perturb(n, recordKey(Buffer.from('drawn'), `${draw} ${name}`));
      const published = truth.map(({ t, atRisk, events, competing }) =>
        quarter(
          t,
          noisy(`${t} n`, atRisk),
          noisy(`${t} d`, events),
          ...Object.values(competing).map((n) => noisy(`${t} c`, n)),
        ),
      );
      return protectedCurve(published, { ...incidence, variance: 0 }).map((point) => point?.value ?? NaN);
    });
    const [noisy, exact] = [incidenceMoments(truth, 3), incidenceMoments(truth, 0)];
    noisy.forEach(({ variance: both }, i) => {
      const expected = both - (exact[i]?.variance ?? NaN);
      const values = drawn.map((curve) => curve[i] ?? NaN);
      const mean = values.reduce((sum, value) => sum + value, 0) / DRAWS;
      const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (DRAWS - 1);
      // The standard error of a variance over 4,000 draws is about 2 %.
      expect(variance / expected).toBeGreaterThan(0.9);
      expect(variance / expected).toBeLessThan(1.1);
    });
  });
});
