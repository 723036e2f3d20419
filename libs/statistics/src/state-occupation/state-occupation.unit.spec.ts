import fc from 'fast-check';
import { aalenJohansen } from '../aalen-johansen/aalen-johansen';
import { CountsError, type CountsFault } from '../counts-error';
import type { LifeTableRow } from '../life-table/life-table-row';
import { differences } from '../testing/agree';
import { fixture, stateRowsOf, type OccupationFixture } from '../testing/fixtures';
import { lifeTables } from '../testing/life-tables';
import { stateOccupation } from './state-occupation';
import type { StateRow } from './state-row';

const NOTHING = { entries: {}, transitions: [], censored: {} };
const STATES = ['birth', 'kita', 'school', 'moved_out'];

describe('state occupation', () => {
  it.each([
    ['sir.cont', '0'],
    ['sir.cont', '1'],
    ['mgus2-states', 'mgus'],
    ['mgus2-states', 'pcm'],
  ])('agrees with R on %s from state %s', (name, initial) => {
    const data = fixture<OccupationFixture>(name);
    const told = new Set(data.t);
    const ours = stateOccupation(data.states, stateRowsOf(data), initial).filter(({ t }) => told.has(t));
    expect(ours.map(({ t }) => t)).toEqual(data.t);
    for (const state of data.states) {
      const { value, stdErr, band } = differences(
        ours.map(({ states }) => states[state]!),
        data.occupation[initial]![state]!,
      );
      expect(value).toBeLessThan(1e-9);
      expect(stdErr).toBeLessThan(1e-7);
      expect(band).toBeLessThan(1e-7);
    }
  });

  it('does not depend on the order in which moves are told, to the last digit', () => {
    const rows = stateRowsOf(fixture<OccupationFixture>('mgus2-states'));
    const backwards = rows.map((row) => ({ ...row, transitions: [...row.transitions].reverse() }));
    const { states } = fixture<OccupationFixture>('mgus2-states');
    expect(stateOccupation(states, backwards, 'mgus')).toEqual(stateOccupation(states, rows, 'mgus'));
  });

  it('follows jumps, and moves and exits in one month, by hand', () => {
    const points = stateOccupation(
      STATES,
      [
        { ...NOTHING, t: 0, entries: { birth: 8 } },
        {
          t: 1,
          entries: { kita: 2 },
          transitions: [
            { from: 'birth', to: 'kita', n: 4 },
            { from: 'birth', to: 'school', n: 2 },
            { from: 'kita', to: 'school', n: 1 },
          ],
          censored: { kita: 5, school: 3 },
        },
        { ...NOTHING, t: 2, transitions: [{ from: 'birth', to: 'moved_out', n: 1 }] },
      ],
      'birth',
    );
    expect(points.map(({ atRisk }) => atRisk)).toEqual([
      { birth: 8, kita: 0, school: 0, moved_out: 0 },
      { birth: 8, kita: 2, school: 0, moved_out: 0 },
      { birth: 2, kita: 0, school: 0, moved_out: 0 },
    ]);
    expect(points[2]!.states).toMatchObject({
      birth: { value: 0.125 },
      kita: { value: 0.5 },
      school: { value: 0.25 },
      moved_out: { value: 0.125 },
    });
  });

  it('of one step out of one state is the Aalen–Johansen estimate', () => {
    fc.assert(
      fc.property(lifeTables, (rows) => {
        const points = stateOccupation(
          ['free', 'event', 'moved_out', 'died'],
          rows.map(asTransitions),
          'free',
        );
        aalenJohansen(rows).forEach(({ incidence, competing }, i) => {
          expect(points[i]!.states['event']).toEqual(incidence);
          for (const [reason, estimate] of Object.entries(competing)) {
            expect(points[i]!.states[reason]!.value).toBeCloseTo(estimate.value, 12);
          }
        });
      }),
    );
  });

  it('has no points without rows', () => {
    expect(stateOccupation(STATES, [], 'birth')).toEqual([]);
  });

  it.each<[string, Partial<StateRow>, CountsFault]>([
    [
      'more leave a state than are in it',
      { transitions: [{ from: 'kita', to: 'school', n: 1 }] },
      'statistics.more-than-at-risk',
    ],
    ['more are censored than are in a state', { censored: { kita: 1 } }, 'statistics.more-than-at-risk'],
    ['a state is unknown', { entries: { J1: 1 } }, 'statistics.unknown-state'],
    ['a count is negative', { entries: { kita: -1 } }, 'statistics.not-a-count'],
    ['a month is no number', { t: NaN }, 'statistics.not-a-time'],
  ])('refuses counts where %s', (_, counts, fault) => {
    const row = { ...NOTHING, t: 4, ...counts };
    expect(() => stateOccupation(STATES, [row], 'birth')).toThrow(new CountsError(fault, row.t));
  });

  it('refuses an unknown initial state', () => {
    expect(() => stateOccupation(STATES, [], 'U5')).toThrow(
      new CountsError('statistics.unknown-state', null),
    );
  });
});

function asTransitions({ t, entries, events, competing, censored }: LifeTableRow): StateRow {
  const moves = { event: events, ...competing };
  return {
    t,
    entries: { free: entries },
    transitions: Object.entries(moves).map(([to, n]) => ({ from: 'free', to, n })),
    censored: { free: censored },
  };
}
