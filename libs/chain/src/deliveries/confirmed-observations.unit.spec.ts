import type { Schedule } from '../definition/schedule';
import type { Observation } from '../profile/cross-section';
import { CompletedMonths } from './completed-months';
import { confirmedObservations, NOT_TOLD } from './confirmed-observations';
import { Coverage } from './coverage';
import { announcementsOf } from './delivery-calendar';

const stages = ['birth', 'visit', 'kita', 'school'].map((id, i) => {
  const due = 12 * 2010 + 20 * i;
  return { id, due, deadline: due };
});
const schedule = { schoolYear: 6, stages } as unknown as Schedule;

/** What is told of a child when nothing of some stages has been delivered. */
function told(silent: readonly string[], ...observed: readonly string[]): string[] {
  const announced = announcementsOf({
    deliveries: [{ stages: [...silent], rhythm: 'monthly', from: '1900-01', dueWithinMonths: 1 }],
  });
  const coverage = new Coverage([{ agency: 'a', announced, completed: new CompletedMonths([]) }]);
  const observations = observed.map((text) => {
    const [measure, stage, value = ''] = text.split(' ');
    return { measure, stage, value } as Observation;
  });
  return confirmedObservations(observations, schedule, null, coverage).map(({ measure, stage, value }) =>
    [measure, stage, value].join(' ').trim(),
  );
}

describe('where a child went while sources are silent', () => {
  const MISSED = 'window kita missed';
  const REACHED = 'window kita reached';

  it('is not told past a stage that nobody knows of, whether it was reached in time or not', () => {
    expect(told(['kita'], MISSED, 'next visit')).toEqual([`next visit ${NOT_TOLD}`]);
    expect(told(['kita'], MISSED, 'next visit school')).toEqual([`next visit ${NOT_TOLD}`]);
    expect(told(['kita'], REACHED, 'next visit kita')).toEqual([`next visit ${NOT_TOLD}`]);
  });

  it('is told up to a stage before it, and from it on', () => {
    const observed = ['next birth visit', 'next kita school', 'next school'];
    expect(told(['kita'], MISSED, ...observed)).toEqual(observed);
  });

  it('is told where its deadline is not over, or it left before', () => {
    expect(told(['kita'], 'status kita pending', 'next visit')).toEqual([
      'status kita pending',
      'next visit',
    ]);
    const left = ['status kita censored_moved_out', 'next visit'];
    expect(told(['kita'], ...left)).toEqual(left);
  });

  it('is told where nothing is announced', () => {
    expect(told(['other'], MISSED, 'next visit')).toEqual([MISSED, 'next visit']);
  });
});
