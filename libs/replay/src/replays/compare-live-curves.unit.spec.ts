import type { StratumAnswer } from '@lueckenlos/figures';
import { differingPoints } from './compare-live-curves';

const point = (t: number, events: number): StratumAnswer['points'][number] => ({
  ...{ t, atRisk: 10, entries: 0, events, competing: { died: 1 }, censored: 0 },
  ...{ estimate: events / 10, stdErr: 0.1, lower: null, upper: null },
});
const stratum = (area: string, points: StratumAnswer['points']): StratumAnswer => ({
  key: { area },
  points,
  quartiles: [],
  restrictedMeans: null,
});

describe('curves that are compared point by point', () => {
  const live = [stratum('d1', [point(0, 1), point(6, 2)]), stratum('d2', [point(3, 4)])];

  it('are equal in any order of groups', () => {
    expect(differingPoints(live, live.toReversed())).toEqual([]);
  });

  it('differ in the numbers of a point, in a point that one of them lacks, and in how far sources have delivered', () => {
    const replayed = [
      stratum('d1', [point(0, 1), point(6, 3)]),
      { ...stratum('d2', []), deliveredThrough: '2020-01' },
    ];
    const differences = differingPoints(live, replayed);
    expect(differences.filter(({ row }) => row['area'] === 'd1')).toEqual([
      { row: { area: 'd1', t: 6 }, number: 'events', live: 2, replayed: 3 },
      { row: { area: 'd1', t: 6 }, number: 'estimate', live: 0.2, replayed: 0.3 },
    ]);
    const inD2 = differences.filter(({ row }) => row['area'] === 'd2');
    expect(inD2).toContainEqual({ row: { area: 'd2', t: 3 }, number: 'died', live: 1, replayed: null });
    expect(inD2).toContainEqual({
      ...{ row: { area: 'd2' }, number: 'deliveredThrough', live: null, replayed: '2020-01' },
    });
  });
});
