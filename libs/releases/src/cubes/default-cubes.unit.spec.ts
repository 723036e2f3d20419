import { cubeName } from '@lueckenlos/disclosure';
import { defaultCubes } from './default-cubes';

describe('the tables of a release', () => {
  it('are a closed list: each further one is one more view of the same children', () => {
    expect(defaultCubes(['stadtbezirk', 'stadtteil']).map(cubeName).sort()).toEqual([
      'drop-offs:all',
      'drop-offs:area@stadtbezirk',
      'drop-offs:area@stadtbezirk+povertyRisk',
      'drop-offs:area@stadtteil',
      'drop-offs:area@stadtteil+povertyRisk',
      'drop-offs:birthYear',
      'drop-offs:birthYear+area@stadtbezirk',
      'drop-offs:birthYear+area@stadtteil',
      'drop-offs:birthYear+povertyRisk',
      'drop-offs:povertyRisk',
      'drop-offs:schoolYear',
      'flows:all',
      'flows:area@stadtbezirk',
      'flows:area@stadtteil',
      'flows:birthYear',
      'flows:povertyRisk',
      'life-tables:all',
      'life-tables:area@stadtbezirk',
      'life-tables:area@stadtteil',
      'life-tables:birthYear',
      'life-tables:povertyRisk',
    ]);
  });

  it('are by no area where there are none', () => {
    expect(defaultCubes([]).filter(({ by }) => by.includes('area'))).toEqual([]);
  });
});
