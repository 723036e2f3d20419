import type { RunningFigures } from '../testing/start-figures';
import { startSmallTown } from '../testing/start-small-town';

describe('the access log', () => {
  let figures: RunningFigures;

  beforeAll(async () => {
    figures = await startSmallTown();
  });
  afterAll(() => figures.stop());

  const lastEntry = async (): Promise<unknown> => {
    const sql =
      'SELECT client_id, role, purpose, operation, resource, outcome FROM access.access_log ORDER BY id DESC LIMIT 1';
    return (await figures.pool.query<object>(sql)).rows[0];
  };

  it('holds who asked which figure, and for what purpose', async () => {
    await figures.get('/v1/drop-offs?chain=small&by=area&asOf=2016-06', {
      headers: { purpose: 'Kita planning 2027' },
    });
    expect(await lastEntry()).toEqual({
      client_id: 'statistics-unit',
      role: 'statistics-unit',
      purpose: 'Kita planning 2027',
      operation: 'read-drop-offs',
      resource: '/v1/drop-offs?asOf=2016-06&by=area&chain=small',
      outcome: 'given',
    });
  });

  it('holds who asked in vain, and why it was refused', async () => {
    await figures.get('/v1/drop-offs?chain=small&asOf=2016-06', { as: 'coordinator' });
    expect(await lastEntry()).toMatchObject({
      client_id: 'coordinator',
      purpose: null,
      outcome: 'refused:access.missing-scope',
    });
  });
});
