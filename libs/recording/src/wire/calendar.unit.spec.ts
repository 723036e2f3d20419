import { formatMonth } from '@lueckenlos/chain';
import fc from 'fast-check';
import { instantOfText, monthOfText } from './calendar';

const iso = (text: string): string | null => {
  const instant = instantOfText(text);
  return instant === null ? null : new Date(instant).toISOString();
};

describe('a month as it is sent', () => {
  it.each([
    ['2015-08', '2015-08'],
    ['2015-08-31', '2015-08'],
    ['2016-02-29', '2016-02'],
    ['2000-02-29', '2000-02'],
  ])('%s is %s: the day is dropped', (sent, month) => {
    expect(formatMonth(monthOfText(sent) ?? 0)).toBe(month);
  });

  it.each([
    '2015-8',
    '2015-13',
    '2015-00',
    '2015-02-29',
    '2015-04-31',
    '2015-08-00',
    ' 2015-08',
    '2015-08\n',
    '',
  ])('is not %j', (sent) => {
    expect(monthOfText(sent)).toBeNull();
  });
});

describe('an instant as it is sent', () => {
  it.each([
    ['2005-01-22T16:11:36Z', '2005-01-22T16:11:36.000Z'],
    ['2005-01-22T16:11:36.123456Z', '2005-01-22T16:11:36.123Z'],
    ['2005-01-22T16:11:36.5Z', '2005-01-22T16:11:36.500Z'],
    ['2005-01-22t16:11:36z', '2005-01-22T16:11:36.000Z'],
    ['2005-01-01T00:30:00+01:00', '2004-12-31T23:30:00.000Z'],
    ['2005-01-01T00:30:00-05:30', '2005-01-01T06:00:00.000Z'],
  ])('%s is %s', (sent, instant) => {
    expect(iso(sent)).toBe(instant);
  });

  it.each([
    '2005-01-22',
    '2005-01-22T16:11Z',
    '2005-01-22T16:11:36',
    '2005-01-22 16:11:36Z',
    '2005-02-29T00:00:00Z',
    '2005-01-22T24:00:00Z',
    '2005-01-22T16:60:00Z',
    '2005-01-22T16:11:61Z',
    '2005-01-22T16:11:36+24:00',
    '2005-01-22T16:11:36.Z',
  ])('is not %s', (sent) => {
    expect(instantOfText(sent)).toBeNull();
  });

  it('is read as the platform writes it', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date(0), max: new Date('9999-12-31T23:59:59.999Z'), noInvalidDate: true }),
        (date) => {
          expect(instantOfText(date.toISOString())).toBe(date.getTime());
        },
      ),
    );
  });
});
