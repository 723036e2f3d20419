import { complementOf } from '../estimate';
import { kaplanMeier } from '../kaplan-meier/kaplan-meier';
import type { LifeTableRow } from '../life-table/life-table-row';
import { fixture, rowsOf, type CurveFixture } from '../testing/fixtures';
import { emptyMonth } from '../testing/life-tables';
import { quartiles } from './quartiles';

const quartilesOf = (rows: readonly LifeTableRow[]) =>
  quartiles(kaplanMeier(rows).map(({ t, survival }) => ({ t, incidence: complementOf(survival) })));

describe('quartiles', () => {
  it.each(['lung', 'veteran', 'pbc', 'transplant', 'flchain-by-age'])('agree with R on %s', (name) => {
    const data = fixture<CurveFixture>(name);
    const ours = quartilesOf(rowsOf(data));
    const { quantile, lower, upper } = data.kaplanMeier.quartiles;
    expect(ours.map(({ month }) => month)).toEqual(quantile);
    expect(ours.map((quartile) => quartile.lower)).toEqual(lower);
    expect(ours.map((quartile) => quartile.upper)).toEqual(upper);
  });

  it('are the first month that reaches the share, also where the curve runs on exactly there', () => {
    const rows = [
      { ...emptyMonth(0), entries: 4 },
      { ...emptyMonth(10), events: 1 },
      { ...emptyMonth(12), events: 1 },
      { ...emptyMonth(20), events: 1, censored: 1 },
    ];
    expect(quartilesOf(rows).map(({ share, month }) => [share, month])).toEqual([
      [0.25, 10],
      [0.5, 12],
      [0.75, 20],
    ]);
  });

  it('are not missed by a rounding error', () => {
    // 1 − 6/7·5/6·…: each step leaves a fraction that is not exact in binary.
    const rows = Array.from({ length: 8 }, (_, t) => ({
      ...emptyMonth(t),
      entries: t === 0 ? 12 : 0,
      events: 1,
    }));
    expect(quartilesOf(rows).map(({ month }) => month)).toEqual([2, 5, null]);
  });

  it('are null where the curve never comes', () => {
    expect(quartilesOf([{ ...emptyMonth(0), entries: 90, events: 10 }])).toEqual([
      { share: 0.25, month: null, lower: null, upper: null },
      { share: 0.5, month: null, lower: null, upper: null },
      { share: 0.75, month: null, lower: null, upper: null },
    ]);
    expect(quartiles([]).map(({ month }) => month)).toEqual([null, null, null]);
  });
});
