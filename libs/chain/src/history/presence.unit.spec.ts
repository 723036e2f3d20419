import { formatMonth } from '../month';
import type { CaseRecord } from '../records/case-record';
import { born, died, monthNamed, movedIn, movedOut, relocated } from '../testing/records';
import { caseHistory } from './case-history';
import { isPresent, lastClosed } from './presence';

const D1 = { area: 'D1' };
const local = born('b', '2010-01', D1);

/** Spells as `from to reason`. */
function spellsOf(...records: CaseRecord[]): string[] {
  const spells = caseHistory(records)?.spells ?? [];
  return spells.map(({ start, end, reason }) =>
    end === null ? `${formatMonth(start)} on` : `${formatMonth(start)} ${formatMonth(end)} ${reason}`,
  );
}

describe('a child is present', () => {
  it.each<[string, CaseRecord[], string[]]>([
    ['from a birth with an area on', [local], ['2010-01 on']],
    ['not by a birth without an area: it was born elsewhere', [born('b', '2010-01')], []],
    ['from its moving in, born elsewhere', [born('b', '2010-01'), movedIn('i', '2012-03')], ['2012-03 on']],
    ['even before its birth is known', [movedIn('i', '2009-12'), local], ['2009-12 on']],
    ['not by a later birth record with an area', [born('b', '2010-01'), born('b2', '2010-04', D1)], []],
    [
      'by any birth record of the birth month with an area',
      [born('b', '2010-01'), { ...local, id: 'x' }],
      ['2010-01 on'],
    ],
    [
      'once, however often it moves in',
      [local, movedIn('i', '2011-01'), movedIn('j', '2012-01')],
      ['2010-01 on'],
    ],
    ['not by moving inside the town', [born('b', '2010-01'), relocated('r', '2011-01', D1)], []],
  ])('%s', (_, records, expected) => {
    expect(spellsOf(...records)).toEqual(expected);
    expect(spellsOf(...records.toReversed())).toEqual(expected);
  });
});

describe('a child is gone', () => {
  it.each<[string, CaseRecord[], string[]]>([
    [
      'from the month in which it moves out',
      [local, movedOut('o', '2011-05')],
      ['2010-01 2011-05 moved_out'],
    ],
    [
      'until it moves in again',
      [local, movedOut('o', '2011-05'), movedIn('i', '2012-01')],
      ['2010-01 2011-05 moved_out', '2012-01 on'],
    ],
    [
      'for good after its death',
      [local, died('d', '2011-05'), movedIn('i', '2012-01')],
      ['2010-01 2011-05 died'],
    ],
    [
      'for good after its death elsewhere',
      [local, movedOut('o', '2011-05'), died('d', '2011-09'), movedIn('i', '2012-01')],
      ['2010-01 2011-05 moved_out'],
    ],
    [
      'having moved out, not died, where both fall into a month',
      [local, movedOut('o', '2011-05'), died('d', '2011-05')],
      ['2010-01 2011-05 moved_out'],
    ],
    ['in the month of its birth already', [local, died('d', '2010-01')], ['2010-01 2010-01 died']],
    [
      'where it moves in and out in one month',
      [local, movedOut('o', '2011-05'), movedIn('i', '2012-01'), movedOut('p', '2012-01')],
      ['2010-01 2011-05 moved_out', '2012-01 2012-01 moved_out'],
    ],
    [
      'where it moves out and back in one month: the arrival comes first',
      [local, movedOut('o', '2011-05'), movedIn('i', '2011-05')],
      ['2010-01 2011-05 moved_out'],
    ],
    ['not by moving out before it came', [movedOut('o', '2009-05'), local], ['2010-01 on']],
    ['and never came, dead before', [died('d', '2009-05'), local], []],
  ])('%s', (_, records, expected) => {
    expect(spellsOf(...records)).toEqual(expected);
    expect(spellsOf(...records.toReversed())).toEqual(expected);
  });

  it('counts at the end of the month: not present in the month of the exit, present in that of the entry', () => {
    const spells = caseHistory([local, movedOut('o', '2011-05')])?.spells ?? [];
    const present = ['2009-12', '2010-01', '2011-04', '2011-05'].map((month) =>
      isPresent(spells, monthNamed(month)),
    );
    expect(present).toEqual([false, true, true, false]);
    expect(lastClosed(spells, monthNamed('2011-04'))).toBeNull();
    expect(lastClosed(spells, monthNamed('2011-05'))?.reason).toBe('moved_out');
  });
});
