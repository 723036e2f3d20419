import { answer, totals, type DropOff, type DropOffs } from '../testing/answers';
import { children, definitions } from '../testing/small-town';
import type { RunningFigures } from '../testing/start-figures';
import { startSmallTown } from '../testing/start-small-town';

describe('GET /v1/drop-offs', () => {
  let figures: RunningFigures;

  beforeAll(async () => {
    figures = await startSmallTown();
  });
  afterAll(() => figures.stop());

  const ask = (more = ''): Promise<DropOffs> =>
    answer(figures, `/v1/drop-offs?chain=small&asOf=2016-06${more}`);

  /** What a row is about, its counts, and over how many closed windows its share goes. */
  const brief = ({ stage, counts, reachedShare, ...group }: DropOff): unknown[] => [
    ...Object.values(group),
    stage,
    counts,
    `${reachedShare.value} of ${reachedShare.n}`,
  ];

  it('answers with the contract’s members, worked out by hand', async () => {
    const share = (value: number, lower: number, upper: number, n: number): object => ({
      value: expect.closeTo(value, 6) as number,
      lower: expect.closeTo(lower, 6) as number,
      upper: expect.closeTo(upper, 6) as number,
      method: 'wilson',
      n,
    });
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
      scope: { present: 5, moved_out: 1, died: 1, no_birth_known: 1, never_present: 1 },
      rows: [
        { stage: 'birth', counts: { reached_on_time: 7 }, reachedShare: share(1, 0.6096657, 1, 6) },
        {
          stage: 'visit',
          counts: {
            reached_on_time: 2,
            reached_late: 1,
            skipped: 1,
            lost: 1,
            censored_died: 1,
            not_observed: 1,
          },
          reachedShare: share(0.6, 0.2307243, 0.8823792, 5),
        },
        {
          stage: 'kita',
          counts: {
            reached_on_time: 1,
            recovered: 1,
            pending: 1,
            lost: 2,
            censored_moved_out: 1,
            censored_died: 1,
          },
          reachedShare: share(0.25, 0.0455869, 0.6993582, 4),
        },
      ],
    });
  });

  it('moves with the as-of month: a deadline passes though no record arrives', async () => {
    const kitaAt = async (asOf: string): Promise<unknown> => {
      const path = `/v1/drop-offs?chain=small&asOf=${asOf}`;
      return (await answer<DropOffs>(figures, path)).rows.find(({ stage }) => stage === 'kita')?.counts;
    };
    const common = { reached_on_time: 1, censored_moved_out: 1, censored_died: 1 };
    expect(await kitaAt('2015-08')).toEqual({ ...common, pending: 4 });
    expect(await kitaAt('2015-09')).toEqual({ ...common, pending: 1, lost: 2, recovered: 1 });
    expect(await kitaAt('2016-08')).toEqual({ ...common, pending: 1, lost: 2, recovered: 1 });
    expect(await kitaAt('2016-09')).toEqual({ ...common, lost: 3, recovered: 1 });
  });

  it('has no row before anything has happened, and a share that is null, not zero', async () => {
    const { scope, rows } = await answer<DropOffs>(figures, '/v1/drop-offs?chain=small&asOf=2011-12');
    expect([Object.values(scope), rows]).toEqual([[0, 0, 0, 0, 0], []]);
    const born = await answer<DropOffs>(figures, '/v1/drop-offs?chain=small&asOf=2012-01&birthYear=2012');
    expect(born.rows.map(({ reachedShare: { value, lower, upper, n } }) => [value, lower, upper, n])).toEqual(
      [
        [null, null, null, 0],
        [null, null, null, 0],
        [null, null, null, 0],
      ],
    );
  });

  it('breaks down by birth year and by school-entry year, as numbers', async () => {
    const byBirth = await ask('&by=birthYear');
    expect(byBirth.rows.filter(({ stage }) => stage === 'visit').map(brief)).toEqual([
      [2012, 'visit', { reached_on_time: 2, reached_late: 1, skipped: 1, lost: 1 }, '0.6 of 5'],
      [2013, 'visit', { censored_died: 1, not_observed: 1 }, 'null of 0'],
    ]);
    const bySchool = await ask('&by=schoolYear');
    expect(bySchool.rows.map(({ schoolYear, stage }) => [schoolYear, stage])).toEqual([
      [2018, 'birth'],
      [2018, 'visit'],
      [2018, 'kita'],
      [2019, 'birth'],
      [2019, 'visit'],
      [2019, 'kita'],
    ]);
  });

  it('breaks down by poverty risk as true, false and "unknown"', async () => {
    const { rows } = await ask('&by=povertyRisk');
    expect(rows.filter(({ stage }) => stage === 'kita').map(brief)).toEqual([
      [false, 'kita', { lost: 2, censored_died: 1 }, '0 of 2'],
      [true, 'kita', { reached_on_time: 1, pending: 1 }, '1 of 1'],
      ['unknown', 'kita', { recovered: 1, censored_moved_out: 1 }, '0 of 1'],
    ]);
  });

  it('breaks down by two things at once, in the order of the question', async () => {
    const { rows } = await ask('&by=povertyRisk,birthYear');
    expect(rows.filter(({ stage }) => stage === 'birth').map(brief)).toEqual([
      [false, 2012, 'birth', { reached_on_time: 2 }, '1 of 2'],
      [false, 2013, 'birth', { reached_on_time: 1 }, '1 of 1'],
      [true, 2012, 'birth', { reached_on_time: 1 }, '1 of 1'],
      [true, 2013, 'birth', { reached_on_time: 1 }, 'null of 0'],
      ['unknown', 2012, 'birth', { reached_on_time: 2 }, '1 of 2'],
    ]);
  });

  it.each([
    ['&birthYear=2012', { present: 4, moved_out: 1, died: 0, no_birth_known: 0, never_present: 0 }],
    ['&birthYear=2013', { present: 1, moved_out: 0, died: 1, no_birth_known: 0, never_present: 1 }],
    ['&birthYear=2012,2013', { present: 5, moved_out: 1, died: 1, no_birth_known: 0, never_present: 1 }],
    ['&birthYear=1999', { present: 0, moved_out: 0, died: 0, no_birth_known: 0, never_present: 0 }],
    ['&schoolYear=2018', { present: 4, moved_out: 1, died: 0, no_birth_known: 0, never_present: 0 }],
    ['&povertyRisk=true', { present: 2, moved_out: 0, died: 0, no_birth_known: 0, never_present: 0 }],
    ['&povertyRisk=unknown', { present: 1, moved_out: 1, died: 0, no_birth_known: 1, never_present: 1 }],
    [
      '&povertyRisk=false,unknown',
      { present: 3, moved_out: 1, died: 1, no_birth_known: 1, never_present: 1 },
    ],
    ['&area=D1', { present: 2, moved_out: 0, died: 0, no_birth_known: 1, never_present: 0 }],
    ['&area=N', { present: 3, moved_out: 1, died: 0, no_birth_known: 1, never_present: 0 }],
    ['&area=T', { present: 4, moved_out: 1, died: 1, no_birth_known: 1, never_present: 0 }],
    ['&area=unknown', { present: 1, moved_out: 0, died: 0, no_birth_known: 0, never_present: 1 }],
    [
      '&area=N&birthYear=2012&povertyRisk=false',
      { present: 2, moved_out: 0, died: 0, no_birth_known: 0, never_present: 0 },
    ],
    ['&area=D1&dimension=first', { present: 3, moved_out: 0, died: 0, no_birth_known: 1, never_present: 0 }],
  ])('counts the scope under the filter %s, and the statuses add up to it', async (filter, scope) => {
    for (const by of ['', '&by=birthYear', '&by=area,povertyRisk']) {
      const { scope: counted, rows } = await ask(filter + by);
      expect(counted).toEqual(scope);
      const inScope = scope.present + scope.moved_out + scope.died;
      const births = [...totals(rows.filter(({ stage }) => stage === 'birth')).values()];
      expect(births.reduce((sum, n) => sum + n, 0)).toBe(inScope);
    }
  });

  it('goes by the last known area, or by the first', async () => {
    const visits = async (dimension: string): Promise<unknown> =>
      (await ask(`&by=area&dimension=${dimension}`)).rows
        .filter(({ stage }) => stage === 'visit')
        .map(({ area, counts }) => [area, counts]);
    expect(await visits('last')).toEqual([
      ['D1', { reached_on_time: 1, lost: 1 }],
      ['D2', { reached_on_time: 1, reached_late: 1 }],
      ['D3', { censored_died: 1, not_observed: 1 }],
      ['unknown', { skipped: 1 }],
    ]);
    expect(await visits('first')).toEqual([
      ['D1', { reached_on_time: 2, lost: 1 }],
      ['D2', { reached_late: 1 }],
      ['D3', { censored_died: 1, not_observed: 1 }],
      ['unknown', { skipped: 1 }],
    ]);
  });

  it('counts what was known before an instant: the late child is not there yet', async () => {
    const { scope } = await ask('&knownBefore=2017-01-01T00:00:00Z');
    expect(scope).toEqual({ present: 4, moved_out: 1, died: 1, no_birth_known: 1, never_present: 1 });
    expect((await ask('&knownBefore=2017-01-01T00:00:00.001Z')).scope.present).toBe(5);
    // Finer than any known instant is kept, and yet after it.
    expect((await ask('&knownBefore=2017-01-01T00:00:00.0001Z')).scope.present).toBe(5);
    expect((await ask('&knownBefore=2017-01-01T01:00:00%2B01:00')).scope.present).toBe(4);
    expect((await ask('&knownBefore=2015-01-01T00:00:00Z')).scope.present).toBe(0);
  });
});
