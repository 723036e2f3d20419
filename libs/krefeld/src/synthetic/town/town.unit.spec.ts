import { monthOf } from '@lueckenlos/chain';
import { STADTTEILE } from '../../definitions';
import { birthsInMonth, birthsInYear } from './births';
import { ageAt, ARRIVING, cumulated, LAST_AGE, LEAVING, RETURNING } from './moves';
import { PLANTED_GAP } from './planted-gap';
import { POVERTY_SHARE, STADTTEIL_PROFILE } from './poverty';

describe('the synthetic town', () => {
  it('has the published births, straight lines between them and the nearest value outside', () => {
    expect([2013, 2016, 2023].map(birthsInYear)).toEqual([1726, 2226, 2077]);
    expect(birthsInYear(2018)).toBeCloseTo(2165, 9);
    expect([2006, 2025].map(birthsInYear)).toEqual([1726, 2077]);
  });

  it('spreads a year over its months without losing a birth', () => {
    const year = Array.from({ length: 12 }, (_, index) => birthsInMonth(monthOf(2016, index + 1)));
    expect(year.reduce((a, b) => a + b)).toBeCloseTo(2226, 6);
  });

  it('has 24 % of its children at risk of poverty, from 5 to 45 % by Stadtteil', () => {
    const births = STADTTEIL_PROFILE.reduce((sum, [, weight]) => sum + weight, 0);
    const poor = STADTTEIL_PROFILE.reduce((sum, [, weight, share]) => sum + weight * share, 0);
    expect(Math.abs(poor / births - POVERTY_SHARE)).toBeLessThan(0.001);
    const shares = STADTTEIL_PROFILE.map(([, , share]) => share);
    expect([Math.min(...shares), Math.max(...shares)]).toEqual([0.05, 0.45]);
  });

  it('gives every Stadtteil a profile and plants the gap in three of them', () => {
    const codes = STADTTEILE.map(({ code }) => code);
    expect(STADTTEIL_PROFILE.map(([code]) => code)).toEqual(codes);
    expect(codes).toEqual(expect.arrayContaining([...PLANTED_GAP.stadtteile]));
    expect(PLANTED_GAP.stadtteile).toHaveLength(3);
  });

  it('lets 3.6 % a year leave and as many arrive, counting those who come back', () => {
    const years = LAST_AGE / 12;
    const leaving = cumulated(LEAVING, LAST_AGE);
    expect(leaving / years).toBeCloseTo(0.036, 4);
    expect((cumulated(ARRIVING, LAST_AGE) + RETURNING * leaving) / years).toBeCloseTo(0.036, 3);
  });

  it('finds the age at which a hazard has run up to a value', () => {
    for (const age of [0, 30, 71, 72, 100, 215]) {
      expect(ageAt(LEAVING, cumulated(LEAVING, age + 0.5))).toBe(age);
    }
  });
});
