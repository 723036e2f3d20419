import fc from 'fast-check';
import { cuboidFor } from './cube';
import { neededColumns, passes } from './filters';

/** Which columns each cuboid of the read model keeps apart. */
const KEPT: Record<string, readonly string[]> = {
  full: ['birthYear', 'schoolYear', 'area', 'povertyRisk'],
  cohort: ['birthYear', 'schoolYear'],
  area: ['area'],
  poverty: ['povertyRisk'],
};
const flags = fc.record({
  birthYear: fc.boolean(),
  schoolYear: fc.boolean(),
  area: fc.boolean(),
  povertyRisk: fc.boolean(),
});
const NO_FILTER = { birthYear: null, schoolYear: null, area: null, povertyRisk: null };

describe('the cuboid that answers a question', () => {
  it('keeps every column apart that the question needs, and is a small one wherever one does', () => {
    fc.assert(
      fc.property(flags, (needed) => {
        const columns = Object.entries(needed).flatMap(([column, isNeeded]) => (isNeeded ? [column] : []));
        const enough = Object.keys(KEPT).filter((cuboid) =>
          columns.every((column) => KEPT[cuboid]?.includes(column)),
        );
        expect(enough).toContain(cuboidFor(needed));
        if (enough.length > 1) expect(cuboidFor(needed)).not.toBe('full');
      }),
    );
  });

  it('depends on what is broken down by and on what is filtered by', () => {
    expect(neededColumns({ by: ['area'], filters: { ...NO_FILTER, birthYear: [2012] } })).toEqual({
      birthYear: true,
      schoolYear: false,
      area: true,
      povertyRisk: false,
    });
  });
});

describe('a cell', () => {
  const cell = { birthYear: 2012, schoolYear: 2018, area: 'D1', povertyRisk: null };
  const unborn = { birthYear: null, schoolYear: null, area: null, povertyRisk: false };

  it.each([
    ['no filter', {}, [true, true]],
    ['a birth year', { birthYear: [2011, 2012] }, [true, false]],
    ['another birth year', { birthYear: [2013] }, [false, false]],
    ['a school-entry year', { schoolYear: [2018] }, [true, false]],
    ['an area', { area: ['D1'] }, [true, false]],
    ['the unknown area', { area: ['unknown'] }, [false, true]],
    ['unknown poverty risk', { povertyRisk: ['unknown'] }, [true, false]],
    ['no poverty risk', { povertyRisk: ['false'] }, [false, true]],
    ['two at once', { area: ['D1'], povertyRisk: ['false'] }, [false, false]],
  ])('passes %s', (_, filters, expected) => {
    expect([cell, unborn].map((one) => passes(one, { ...NO_FILTER, ...filters }))).toEqual(expected);
  });
});
