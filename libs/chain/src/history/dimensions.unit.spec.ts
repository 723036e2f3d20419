import type { CaseRecord } from '../records/case-record';
import { valueAt } from '../steps';
import { born, corrected, monthNamed, reached, relocated } from '../testing/records';
import { caseHistory } from './case-history';

const local = born('b', '2010-01', { area: 'D1', povertyRisk: true, known: '2010-02-01' });
const areaAt = (month: string, ...records: CaseRecord[]): unknown => {
  const area = caseHistory(records)?.area;
  return [valueAt(area?.first ?? [], monthNamed(month)), valueAt(area?.last ?? [], monthNamed(month))];
};

describe('the area of a child (first known, last known)', () => {
  it('is unknown before a fact states it', () => {
    expect(areaAt('2009-12', local)).toEqual([undefined, undefined]);
  });

  it('is the last stated one from the month on in which it was stated', () => {
    const moved = relocated('r', '2012-05', { area: 'D2' });
    expect(areaAt('2012-04', local, moved)).toEqual(['D1', 'D1']);
    expect(areaAt('2012-05', local, moved)).toEqual(['D1', 'D2']);
  });

  it('is not made unknown by a fact that does not state it', () => {
    expect(areaAt('2013-08', local, reached('kita', 'k', '2013-08'))).toEqual(['D1', 'D1']);
  });

  it('goes by the known instant among facts of one month, whatever order they come in', () => {
    const early = reached('u5', 'z', '2010-01', { area: 'D2', known: '2010-01-15' });
    expect(areaAt('2010-01', local, early)).toEqual(['D2', 'D1']);
    expect(areaAt('2010-01', early, local)).toEqual(['D2', 'D1']);
  });

  it('goes by the sender’s id in code points among facts known at one instant', () => {
    const [fullwidth, emoji] = ['\uFF5E', '\u{1F600}'];
    const one = reached('u5', fullwidth, '2010-06', { area: 'D2' });
    const other = reached('u6', emoji, '2010-06', { area: 'D3' });
    expect(areaAt('2010-06', one, other)).toEqual(['D2', 'D3']);
  });

  it('goes by the sender among facts with one id', () => {
    const one = reached('u5', 'r', '2010-06', { area: 'D2', by: '/agencies/b' });
    const other = reached('u6', 'r', '2010-06', { area: 'D3', by: '/agencies/a' });
    expect(areaAt('2010-06', one, other)).toEqual(['D3', 'D2']);
  });

  it('counts a corrected fact with the instant and the id of its correction', () => {
    const other = reached('u5', 'u', '2010-01', { area: 'D2', known: '2010-03-01' });
    expect(areaAt('2010-01', local, other)).toEqual(['D1', 'D2']);
    const correction = corrected('c', 'b', '2010-01', { area: 'D9', known: '2010-04-01' });
    expect(areaAt('2010-01', local, other, correction)).toEqual(['D2', 'D9']);
  });

  it('is unknown again where a correction leaves it out', () => {
    expect(areaAt('2010-01', local, corrected('c', 'b', '2010-01'))).toEqual([undefined, undefined]);
  });
});

describe('the poverty risk of a child', () => {
  it('may change while the area stays', () => {
    const risk = caseHistory([local, reached('kita', 'k', '2013-08', { povertyRisk: false })])?.povertyRisk;
    expect(risk?.last.map(({ value }) => value)).toEqual([true, false]);
    expect(risk?.first.map(({ value }) => value)).toEqual([true]);
  });
});
