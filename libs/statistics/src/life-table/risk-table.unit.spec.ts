import { CountsError, type CountsFault } from '../counts-error';
import { emptyMonth } from '../testing/life-tables';
import { riskTable } from './risk-table';

const month = (t: number, counts: object) => ({ ...emptyMonth(t), ...counts });

describe('the numbers at risk', () => {
  it('count who enters in a month in that month, and who leaves in it too', () => {
    const rows = riskTable([
      month(0, { entries: 5, events: 1 }),
      month(3, { entries: 2, competing: { died: 1 }, censored: 2 }),
      month(4, {}),
    ]);
    expect(rows.map(({ t, atRisk }) => [t, atRisk])).toEqual([
      [0, 5],
      [3, 6],
      [4, 3],
    ]);
  });

  it('add up rows of the same month, in whatever order they come', () => {
    const rows = [
      month(2, { competing: { died: 1 } }),
      month(0, { entries: 3 }),
      month(2, { competing: { moved_out: 1, died: 1 } }),
    ];
    expect(riskTable(rows)).toEqual([
      { ...month(0, { entries: 3 }), atRisk: 3 },
      { ...month(2, { competing: { died: 2, moved_out: 1 } }), atRisk: 3 },
    ]);
  });

  it('are none without rows', () => {
    expect(riskTable([])).toEqual([]);
  });

  it.each([
    ['more leave than are at risk', month(1, { entries: 1, events: 1, censored: 1 }), 'more-than-at-risk'],
    ['a count is negative', month(1, { entries: -1 }), 'not-a-count'],
    ['a count is broken', month(1, { entries: 2, events: 0.5 }), 'not-a-count'],
    ['a competing count is not a number', month(1, { entries: 2, competing: { died: NaN } }), 'not-a-count'],
    ['a month lies before the origin', month(-1, { entries: 2 }), 'not-a-time'],
    ['a month is infinite', month(Infinity, { entries: 2 }), 'not-a-time'],
  ])('are refused where %s', (_, row, fault) => {
    expect(() => riskTable([row])).toThrow(new CountsError(`statistics.${fault}` as CountsFault, row.t));
  });
});
