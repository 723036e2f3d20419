import { caseHistory } from '../history/case-history';
import type { CaseRecord } from '../records/case-record';
import { born, died, monthNamed, movedIn, movedOut, reached, relocated } from '../testing/records';
import { isCutOff } from './risk-steps';
import { furthestWay, wayBetween } from './way';

const D1 = { area: 'D1' };
const ORDER = ['birth', 'a', 'b'];

/** What happens on the way, in order of month: `kind t area`. */
function toldWay(records: readonly CaseRecord[], from: string, to: string): string[] | null {
  const history = caseHistory(records);
  const way = history && wayBetween(history, from, to);
  if (!way) return null;
  const steps = [...way.steps].sort((one, other) => one.step.month - other.step.month);
  return steps.map(({ step }) => `${step.kind} ${step.month - way.origin} ${step.stratum.area}`);
}

function toldStates(records: readonly CaseRecord[]): string[] {
  const history = caseHistory(records);
  const way = history && furthestWay(history, ORDER);
  return (way?.steps ?? []).map(
    ({ from, to, step }) => `${step.kind} ${step.month - (way?.origin ?? 0)} ${from}>${to}`,
  );
}

describe('the way from the birth to a stage', () => {
  it('begins in the month of a local birth and ends with reaching the stage', () => {
    const records = [born('1', '2012-01', D1), reached('a', '2', '2013-02'), movedOut('3', '2014-01')];
    expect(toldWay(records, 'birth', 'a')).toEqual(['enter 0 D1', 'event 13 D1']);
  });

  it('begins late for who moved in, and never for who had reached the stage before', () => {
    const records = [born('1', '2012-01'), movedIn('2', '2012-06', D1)];
    expect(toldWay(records, 'birth', 'a')).toEqual(['enter 5 D1']);
    expect(toldWay([...records, reached('a', '3', '2012-06')], 'birth', 'a')).toEqual([
      'enter 5 D1',
      'event 5 D1',
    ]);
    expect(toldWay([...records, reached('a', '3', '2012-05')], 'birth', 'a')).toEqual([]);
  });

  it('ends with its reason for who leaves, and begins anew for who comes back', () => {
    const records = [
      born('1', '2012-01', D1),
      movedOut('2', '2012-04'),
      movedIn('3', '2012-08'),
      died('4', '2012-09'),
    ];
    expect(toldWay(records, 'birth', 'a')).toEqual([
      'enter 0 D1',
      'moved_out 3 D1',
      'enter 7 D1',
      'died 8 D1',
    ]);
    // Reached while away: whoever comes back has nothing left to reach.
    const away = [...records, reached('a', '5', '2012-06')];
    expect(toldWay(away, 'birth', 'a')).toEqual(['enter 0 D1', 'moved_out 3 D1']);
    const lastMonth = [...records, reached('a', '5', '2012-04')];
    expect(toldWay(lastMonth, 'birth', 'a')).toEqual(['enter 0 D1', 'event 3 D1']);
  });

  it('goes on in another area from the month of the move on', () => {
    const records = [
      born('1', '2012-01', D1),
      relocated('2', '2012-03', { area: 'D2' }),
      reached('a', '3', '2012-05'),
    ];
    expect(toldWay(records, 'birth', 'a')).toEqual(['enter 0 D1', 'change 2 D1', 'event 4 D2']);
  });

  it('is unknown without a birth', () => {
    expect(toldWay([movedIn('1', '2012-01', D1)], 'birth', 'a')).toBeNull();
  });
});

describe('the way from one stage to another', () => {
  const records = [born('1', '2012-01', D1), reached('a', '2', '2012-06'), reached('b', '3', '2012-06')];

  it('begins in the month of the first one, when both are reached at once as well', () => {
    expect(toldWay(records, 'a', 'b')).toEqual(['enter 0 D1', 'event 0 D1']);
    expect(toldWay(records.slice(0, 2), 'a', 'b')).toEqual(['enter 0 D1']);
    expect(toldWay(records.slice(0, 1), 'a', 'b')).toBeNull();
  });

  it('is empty for who had reached the second one before the first, or had left for good', () => {
    const late = [born('1', '2012-01', D1), reached('b', '2', '2012-05'), reached('a', '3', '2012-06')];
    expect(toldWay(late, 'a', 'b')).toEqual([]);
    const gone = [born('1', '2012-01', D1), movedOut('2', '2012-03'), reached('a', '3', '2012-06')];
    expect(toldWay(gone, 'a', 'b')).toEqual([]);
  });
});

describe('within one month', () => {
  it('entries come first, then events, then exits', () => {
    const month = monthNamed('2012-06');
    const stratum = { area: null, povertyRisk: null };
    expect(isCutOff({ kind: 'enter', month, stratum }, month)).toBe(false);
    expect(isCutOff({ kind: 'change', month, stratum, into: stratum }, month)).toBe(false);
    expect(isCutOff({ kind: 'moved_out', month, stratum }, month)).toBe(true);
  });
});

describe('the furthest stages of a child', () => {
  it('go from state to state, over stages that were skipped, and never back', () => {
    const records = [
      born('1', '2012-01', D1),
      reached('b', '2', '2012-06'),
      reached('a', '3', '2012-09'),
      movedOut('4', '2013-01'),
    ];
    expect(toldStates(records)).toEqual(['enter 0 birth>', 'moved_out 12 b>', 'event 5 birth>b']);
  });

  it('are those reached so far for who comes back', () => {
    const records = [
      born('1', '2012-01', D1),
      movedOut('2', '2012-03'),
      reached('a', '3', '2012-05'),
      movedIn('4', '2012-08'),
    ];
    expect(toldStates(records)).toEqual(['enter 0 birth>', 'moved_out 2 birth>', 'enter 7 a>']);
  });

  it('name both states where one is reached in the month of leaving', () => {
    const records = [born('1', '2012-01', D1), reached('a', '2', '2012-03'), movedOut('3', '2012-03')];
    expect(toldStates(records)).toEqual(['enter 0 birth>', 'moved_out 2 birth>a', 'event 2 birth>a']);
  });
});
