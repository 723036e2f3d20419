import fc from 'fast-check';
import { calendarMonthOf, formatMonth, monthOf, monthOfInstant, parseMonth, yearOf } from './month';

describe('a month', () => {
  it('is read back as it is written, and orders and subtracts as a number', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9999 }),
        fc.integer({ min: 1, max: 12 }),
        (year, calendarMonth) => {
          const month = monthOf(year, calendarMonth);
          expect(parseMonth(formatMonth(month))).toBe(month);
          expect([yearOf(month), calendarMonthOf(month)]).toEqual([year, calendarMonth]);
        },
      ),
    );
    expect(monthOf(2016, 2) - monthOf(2015, 11)).toBe(3);
  });

  it.each([
    '2015-00',
    '2015-13',
    '2015-1',
    '2015',
    '2015-01-01',
    ' 2015-01',
    '2015-01\n',
    '15-01',
    '',
    '-2015-01',
  ])('is not "%s"', (text) => {
    expect(parseMonth(text)).toBeNull();
  });

  it('ends in UTC, wherever the process runs', () => {
    expect(formatMonth(monthOfInstant(new Date('2015-12-31T23:59:59.999Z')))).toBe('2015-12');
    expect(formatMonth(monthOfInstant(new Date('2016-01-01T00:30:00+01:00')))).toBe('2015-12');
  });
});
