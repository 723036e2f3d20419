import type { Release } from '../catalogue/release';
import { calendarFault } from './calendar';

const NOW = new Date('2026-12-15T12:00:00Z');
const limits = { perMonth: 2, perAsOf: 3 };

const released = (asOf: string, publishedAt: string, more: Partial<Release> = {}): Release =>
  ({ chain: 'town', asOf, series: 's', publishedAt, withdrawn: null, ...more }) as Release;
const fault = (releases: readonly Release[], asOf = '2026-11') =>
  calendarFault(releases, { chain: 'town', asOf, series: 's' }, NOW, limits);

describe('the calendar of releases', () => {
  const inDecember = released('2026-10', '2026-12-01T00:00:00Z');
  const draw = released('2026-11', '2026-11-30T23:59:59Z');

  it('lets so many be published in a calendar month, withdrawn ones included', () => {
    expect(fault([inDecember])).toBeNull();
    const withdrawn = { ...inDecember, withdrawn: { at: '2026-12-02T00:00:00Z', reason: 'wrong' } };
    expect(fault([inDecember, withdrawn])).toEqual({ reason: 'month-is-full', next: '2027-01-01' });
  });

  it('lets so many be drawn of one month, whenever they were', () => {
    expect(fault([draw, draw])).toBeNull();
    expect(fault([draw, draw, draw])).toEqual({ reason: 'as-of-is-full', asOf: '2026-11' });
    expect(fault([draw, draw, draw], '2026-10')).toBeNull();
  });

  it('counts each chain for itself, and draws by series', () => {
    const elsewhere = { ...inDecember, chain: 'other' };
    expect(fault([elsewhere, elsewhere])).toBeNull();
    const before = { ...draw, series: 'before' };
    expect(fault([before, before, before])).toBeNull();
  });
});
