import type { ChainBody } from '../definition/chain-definition';
import { schedulerFor } from '../definition/schedule';
import { caseHistory } from '../history/case-history';
import type { CaseRecord } from '../records/case-record';
import { valueAt } from '../steps';
import { born, died, monthNamed, movedIn, movedOut, reached } from '../testing/records';
import { trajectory, type Trajectory } from './trajectory';

const title = { de: 'Kette', en: 'Chain' };
const months = (id: string, n: number, grace: number) =>
  ({ id, title, due: { rule: 'monthsAfterBirth', months: n }, grace }) as const;
/** For a child born in January 2010: visit due in April, lost after June; kita due in December, lost after February. */
const chain: ChainBody = {
  title,
  versions: [
    {
      version: 1,
      validForBirthsFrom: '1900-01',
      schoolYear: { cutoffMonth: 9, age: 6, startMonth: 8 },
      stages: [months('notice', 0, 0), months('birth', 0, 0), months('visit', 3, 2), months('kita', 11, 2)],
    },
  ],
};

function pathOf(records: readonly CaseRecord[]): Trajectory {
  const history = caseHistory(records);
  if (!history) throw new Error('nothing is in force');
  return trajectory(history, history.birth === null ? null : schedulerFor(chain)(history.birth));
}

function given(...records: CaseRecord[]) {
  const path = pathOf(records);
  const stage = (id: string) => path.stages.find((one) => one.stage === id);
  return {
    status: (id: string, asOf: string) => valueAt(stage(id)?.status ?? [], monthNamed(asOf)),
    window: (id: string, asOf: string) => valueAt(stage(id)?.window ?? [], monthNamed(asOf)),
    next: (id: string, asOf: string) => valueAt(stage(id)?.next ?? [], monthNamed(asOf)),
    scope: (asOf: string) => valueAt(path.scope, monthNamed(asOf)),
  };
}

const local = born('b', '2010-01', { area: 'D1' });
const visit = (month: string): CaseRecord => reached('visit', 'v', month);
const kita = (month: string): CaseRecord => reached('kita', 'k', month);
const out = (month: string): CaseRecord => movedOut('o', month);
const back = (month: string): CaseRecord => movedIn('i', month);

describe('the status at a stage', () => {
  it.each<[string, string, CaseRecord[], string]>([
    ['reached_on_time', 'in the due month', [local, visit('2010-04')], '2010-04'],
    ['reached_late', 'after it', [local, visit('2010-05')], '2012-01'],
    ['reached_late', 'in the month of the deadline', [local, visit('2010-06')], '2012-01'],
    ['recovered', 'after the deadline: lost, and came back', [local, visit('2010-07')], '2012-01'],
    ['lost', 'the month before it came back', [local, visit('2010-09')], '2010-08'],
    [
      'reached_on_time',
      'although it has moved away since',
      [local, visit('2010-02'), out('2010-03')],
      '2012-01',
    ],
    ['pending', 'up to the due month', [local], '2010-04'],
    ['overdue', 'from the month after it', [local], '2010-05'],
    ['overdue', 'up to the deadline', [local], '2010-06'],
    ['lost', 'from the month after the deadline, though nothing happened', [local], '2010-07'],
    ['lost_moved_out', 'lost under observation, moved away later', [local, out('2010-09')], '2010-09'],
    ['lost', 'and not yet gone', [local, out('2010-09')], '2010-08'],
    ['lost_died', 'lost under observation, died later', [local, died('d', '2011-01')], '2012-01'],
    ['lost', 'lost, gone and back', [local, out('2010-09'), back('2011-01')], '2011-01'],
    ['censored_moved_out', 'gone before the deadline', [local, out('2010-05')], '2010-05'],
    ['censored_moved_out', 'gone in the month of the deadline', [local, out('2010-06')], '2012-01'],
    [
      'censored_moved_out',
      'a death after a move changes nothing',
      [local, out('2010-05'), died('d', '2010-06')],
      '2012-01',
    ],
    ['censored_died', 'died before the deadline', [local, died('d', '2010-03')], '2012-01'],
    [
      'overdue',
      'back by the deadline: under observation again',
      [local, out('2010-03'), back('2010-06')],
      '2010-06',
    ],
    ['lost', 'back by the deadline, and then lost', [local, out('2010-03'), back('2010-06')], '2010-07'],
    [
      'censored_moved_out',
      'back after the deadline only',
      [local, out('2010-03'), back('2010-07')],
      '2012-01',
    ],
    ['not_observed', 'moved in after the deadline', [born('b', '2010-01'), back('2010-07')], '2010-07'],
    ['lost', 'moved in within it', [born('b', '2010-01'), back('2010-06')], '2010-07'],
    [
      'recovered',
      'reached before anything else is asked',
      [born('b', '2010-01'), visit('2010-08'), back('2010-07')],
      '2010-08',
    ],
    ['skipped_open', 'a later stage came first, the window is open', [local, kita('2010-03')], '2010-06'],
    ['skipped', 'a later stage came first, the window is closed', [local, kita('2010-03')], '2010-07'],
    [
      'reached_late',
      'skipped, and then reached after all',
      [local, kita('2010-03'), visit('2010-05')],
      '2010-05',
    ],
    ['skipped', 'a later stage came long after the deadline', [local, kita('2013-08')], '2013-08'],
    ['lost', 'and before it came', [local, kita('2013-08')], '2013-07'],
    [
      'skipped',
      'a later stage came before the child left',
      [local, kita('2010-03'), out('2010-04')],
      '2010-04',
    ],
    [
      'skipped',
      'a later stage came in the month in which the child left',
      [local, kita('2010-04'), out('2010-04')],
      '2012-01',
    ],
    [
      'censored_moved_out',
      'a later stage came after the child had left',
      [local, out('2010-03'), kita('2010-04')],
      '2012-01',
    ],
    [
      'skipped_open',
      'the child is back within the window',
      [local, out('2010-03'), kita('2010-04'), back('2010-05')],
      '2010-05',
    ],
  ])('is %s: %s', (status, _, records, asOf) => {
    expect(given(...records).status('visit', asOf)).toBe(status);
    expect(given(...records.toReversed()).status('visit', asOf)).toBe(status);
  });

  it('goes by the rules of the chain for what comes before the birth', () => {
    expect(given(local, reached('notice', 'n', '2009-08')).status('notice', '2010-01')).toBe(
      'reached_on_time',
    );
    expect(given(local).status('notice', '2010-01')).toBe('skipped_open');
    expect(given(local).status('notice', '2010-02')).toBe('skipped');
  });

  it('exists from the month on in which the child is in scope', () => {
    const movedInLater = given(born('b', '2010-01'), back('2010-03'));
    expect(movedInLater.status('visit', '2010-02')).toBeUndefined();
    expect(movedInLater.status('visit', '2010-03')).toBe('pending');
  });
});

describe('the scope', () => {
  it.each<[string, string, CaseRecord[], string]>([
    ['present', 'while it lives here', [local, out('2012-01')], '2011-12'],
    ['moved_out', 'from the month it leaves on', [local, out('2012-01')], '2012-01'],
    ['died', 'from the month of its death on', [local, died('d', '2012-01')], '2012-01'],
    ['moved_out', 'whatever happens elsewhere', [local, out('2012-01'), died('d', '2013-01')], '2013-01'],
    ['present', 'when it is back', [local, out('2012-01'), back('2013-01')], '2013-01'],
    [
      'never_present',
      'born elsewhere, nothing more known',
      [born('b', '2010-01'), visit('2010-04')],
      '2012-01',
    ],
    ['no_birth_known', 'something is known, but no birth', [visit('2010-04')], '2012-01'],
    ['no_birth_known', 'before the birth', [local, reached('notice', 'n', '2009-08')], '2009-12'],
  ])('is %s: %s', (scope, _, records, asOf) => {
    expect(given(...records).scope(asOf)).toBe(scope);
  });

  it('begins with the first fact: before it the case is counted nowhere', () => {
    expect(given(local).scope('2009-12')).toBeUndefined();
  });
});

describe('a closed window', () => {
  it.each<[string, unknown, CaseRecord[], string]>([
    ['is none before the deadline has passed', undefined, [local, visit('2010-03')], '2010-06'],
    ['was used', 'reached', [local, visit('2010-06')], '2010-07'],
    ['was missed', 'missed', [local], '2010-07'],
    ['was missed, though the stage came later', 'missed', [local, visit('2010-07')], '2012-01'],
    ['is none for a child that had left', undefined, [local, visit('2010-03'), out('2010-06')], '2012-01'],
    ['is one for a child that left later', 'missed', [local, out('2010-07')], '2012-01'],
    [
      'is one for a child that was away and back',
      'missed',
      [local, out('2010-03'), back('2010-06')],
      '2012-01',
    ],
    ['is none for a child that came later', undefined, [born('b', '2010-01'), back('2010-07')], '2012-01'],
  ])('%s', (_, value, records, asOf) => {
    expect(given(...records).window('visit', asOf)).toBe(value);
  });
});

describe('the next stage', () => {
  it('is none yet until a later one is reached', () => {
    const path = given(local, visit('2010-04'));
    expect([path.next('birth', '2010-03'), path.next('birth', '2010-04')]).toEqual(['', 'visit']);
    expect(path.next('visit', '2012-01')).toBe('');
    expect(path.next('kita', '2012-01')).toBeUndefined();
  });

  it('follows the order of the chain, not of the months: a stage made up for comes in between', () => {
    const path = given(local, kita('2010-10'), visit('2011-01'));
    expect([path.next('birth', '2010-12'), path.next('birth', '2011-01')]).toEqual(['kita', 'visit']);
    expect([path.next('visit', '2010-12'), path.next('visit', '2011-01')]).toEqual([undefined, 'kita']);
  });

  it('may have been reached earlier', () => {
    expect(given(local, reached('notice', 'n', '2009-08')).next('notice', '2010-01')).toBe('birth');
  });
});
