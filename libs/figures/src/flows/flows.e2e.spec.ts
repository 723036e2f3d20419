import { answer, type Flows } from '../testing/answers';
import { children, definitions } from '../testing/small-town';
import type { RunningFigures } from '../testing/start-figures';
import { startSmallTown } from '../testing/start-small-town';

describe('GET /v1/flows', () => {
  let figures: RunningFigures;

  beforeAll(async () => {
    figures = await startSmallTown();
  });
  afterAll(() => figures.stop());

  const ask = (query: string): Promise<Flows> =>
    answer(figures, `/v1/flows?chain=small&asOf=2016-06${query}`);

  it('tells from each stage reached to the next one reached, skips included, null is none yet', async () => {
    expect(await ask('&knownBefore=2018-01-01T00:00:00Z')).toEqual({
      chain: 'small',
      chainVersions: [1, 2],
      chainPosition: '1',
      asOf: '2016-06',
      boundaries: '2016-06',
      knownBefore: '2018-01-01T00:00:00.000Z',
      position: String(definitions.length + children.length),
      release: null,
      exact: true,
      rows: [
        { from: 'birth', to: 'visit', count: 3 },
        { from: 'birth', to: 'kita', count: 1 },
        { from: 'birth', to: null, count: 3 },
        { from: 'visit', to: 'kita', count: 1 },
        { from: 'visit', to: null, count: 2 },
        { from: 'kita', to: null, count: 2 },
      ],
    });
  });

  it('takes breakdowns, filters and clocks like every figure', async () => {
    expect((await ask('&by=birthYear&birthYear=2013')).rows).toEqual([
      { birthYear: 2013, from: 'birth', to: null, count: 2 },
    ]);
    expect((await ask('&area=D2&knownBefore=2016-06-01T00:00:00Z')).rows).toEqual([
      { from: 'birth', to: 'visit', count: 1 },
      { from: 'visit', to: null, count: 1 },
    ]);
  });

  it('is written to the access log as what it is', async () => {
    await ask('&by=area');
    const { rows } = await figures.pool.query(
      'SELECT operation, outcome FROM access.access_log ORDER BY id DESC LIMIT 1',
    );
    expect(rows).toEqual([{ operation: 'read-flows', outcome: 'given' }]);
  });
});
